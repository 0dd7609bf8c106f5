// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import java.io.File;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The machine and the Java installation that this runs on. */
final class Host {

    /** The address that every server here binds to; nothing is reachable from another machine. */
    static final String LOOPBACK = "127.0.0.1";

    private Host() {}

    /** Returns {@link #LOOPBACK} without asking a name service. */
    static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new AssertionError("four bytes are an address", e);
        }
    }

    static boolean isWindows() {
        return osName().startsWith("windows");
    }

    static boolean isLinux() {
        return osName().startsWith("linux");
    }

    /** Returns the operating system and processor as they are named in {@code postgres-<platform>.txz}. */
    static String platform() {
        String os = isWindows() ? "windows" : isLinux() ? "linux" : osName().startsWith("mac") ? "darwin" : osName();
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return os + "-"
                + switch (arch) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> arch;
                };
    }

    static Path temporaryDirectory() {
        return Path.of(System.getProperty("java.io.tmpdir", "")).toAbsolutePath();
    }

    /** Returns the {@code java} command of {@code javaHome}. */
    static Path javaCommand(Path javaHome) {
        return javaHome.resolve("bin").resolve(isWindows() ? "java.exe" : "java");
    }

    /**
     * Takes away what a user's environment would change in a server that must be the same everywhere: options of
     * Java, of the JBoss launch scripts and of libpq.
     */
    static void clean(Map<String, String> environment) {
        environment
                .keySet()
                .removeIf(name -> name.startsWith("JBOSS_")
                        || name.startsWith("WILDFLY_")
                        || name.startsWith("PG")
                        || name.endsWith("JAVA_OPTS")
                        || name.endsWith("JAVA_OPTIONS")
                        || name.equals("JAVA_TOOL_OPTIONS")
                        || name.equals("CLASSPATH"));
    }

    /** Returns whether a command of this name is on the path. */
    static boolean has(String command) {
        String path = System.getenv("PATH");
        if (path == null) {
            return false;
        }
        for (String directory : path.split(File.pathSeparator, -1)) {
            if (!directory.isEmpty() && Path.of(directory, command).toFile().canExecute()) {
                return true;
            }
        }
        return false;
    }

    private static String osName() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    }
}
