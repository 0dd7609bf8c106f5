// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a {@link WildFlyServer} is to be like. Not thread-safe. */
public final class WildFlyServerBuilder {

    // what WildFly's own launch scripts give its JVM
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xms64m",
            "-Xmx512m",
            "-XX:MetaspaceSize=96M",
            "-XX:MaxMetaspaceSize=256m",
            "-Djava.net.preferIPv4Stack=true",
            "-Djboss.modules.system.pkgs=org.jboss.byteman",
            "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
            "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.management/javax.management=ALL-UNNAMED",
            "--add-opens=java.naming/javax.naming=ALL-UNNAMED");

    private final WildFlyHome home;
    private final Path base;
    private final List<String> jvmOptions = new ArrayList<>(JVM_OPTIONS);
    private final Map<String, String> systemProperties = new LinkedHashMap<>();

    private String configuration = "standalone-full.xml";

    WildFlyServerBuilder(WildFlyHome home, Path base) {
        this.home = home;
        this.base = base;
        systemProperty("jboss.server.base.dir", base.toString());
        systemProperty("org.jboss.logmanager.nocolor", "true"); // its output goes to a file
        for (String each :
                List.of("jboss.bind.address", "jboss.bind.address.management", "jboss.bind.address.unsecure")) {
            systemProperty(each, Host.LOOPBACK);
        }
    }

    /** Says which file of the base directory's {@code configuration} the server runs; {@code standalone-full.xml} if this is not called. */
    public WildFlyServerBuilder configuration(String file) {
        this.configuration = Objects.requireNonNull(file, "file");
        return this;
    }

    /** Adds a number to all ports of the configuration. */
    public WildFlyServerBuilder portOffset(int offset) {
        return systemProperty("jboss.socket.binding.port-offset", Integer.toString(offset));
    }

    /** Sets a system property of the server. */
    public WildFlyServerBuilder systemProperty(String name, String value) {
        systemProperties.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
        return this;
    }

    /** Adds an option of the server's JVM, such as an agent; a later one wins over an earlier one. */
    public WildFlyServerBuilder jvmOption(String option) {
        jvmOptions.add(Objects.requireNonNull(option, "option"));
        return this;
    }

    /**
     * Starts the server and waits until it has booted.
     *
     * @throws LocalServerException if it does not boot, or boots with errors; nothing is left running
     */
    public WildFlyServer start() {
        Path marker = base.resolve("tmp").resolve("startup-marker"); // where WildFly tells how its boot ended
        try {
            Files.createDirectories(base);
            Files.deleteIfExists(marker);
        } catch (IOException e) {
            throw new LocalServerException("Cannot start WildFly in " + base + ": " + e, e);
        }
        Path log = base.resolve("console.log");
        WildFlyServer server = RunningServers.start(
                () -> new WildFlyServer(
                        ServerProcess.start("WildFly", List.of(), command(), Map.of(), log, "TERM"), base, log),
                WildFlyServer::close);
        try {
            server.awaitBoot(marker);
            return server;
        } catch (RuntimeException e) {
            server.kill();
            throw e;
        }
    }

    private List<String> command() {
        List<String> command = home.java();
        command.addAll(jvmOptions);
        systemProperties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(home.modules("org.jboss.as.standalone"));
        command.add("--server-config=" + configuration);
        return command;
    }
}
