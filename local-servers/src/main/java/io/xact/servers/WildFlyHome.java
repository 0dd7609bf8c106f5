// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An unpacked WildFly, and the base directories (configuration, data, logs) of servers that run from it. Neither the user's environment
 * nor the launch scripts' configuration files change what runs. Immutable.
 */
public final class WildFlyHome {

    private static final Duration CLI_LIMIT = Duration.ofMinutes(2);

    private final Path path;

    private WildFlyHome(Path path) {
        this.path = path;
    }

    /**
     * Returns the WildFly in a directory.
     *
     * @throws LocalServerException if there is none
     */
    public static WildFlyHome at(Path path) {
        WildFlyHome home = new WildFlyHome(path.toAbsolutePath().normalize());
        if (!Files.isRegularFile(home.modulesJar())) {
            throw new LocalServerException(
                    "No WildFly in " + home.path + ": jboss-modules.jar is missing. Unpack its distribution there");
        }
        return home;
    }

    /** Returns the directory. */
    public Path path() {
        return path;
    }

    /** Returns the base directory that WildFly itself comes with. */
    public Path standalone() {
        return path.resolve("standalone");
    }

    /**
     * Gives a base directory the configuration that WildFly comes with, in place of its own. Its data stays: queues, transaction logs.
     *
     * @param base the base directory, made if it is not there
     * @return the base directory
     * @throws LocalServerException if the files cannot be copied
     */
    public Path resetConfiguration(Path base) {
        Path configuration = base.toAbsolutePath().resolve("configuration");
        try (Stream<Path> files = Files.list(standalone().resolve("configuration"))) {
            FileTree.delete(configuration);
            Files.createDirectories(configuration);
            Files.createDirectories(configuration.resolveSibling("deployments")); // scanned even when nothing is in it
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, configuration.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
            return base.toAbsolutePath();
        } catch (IOException e) {
            throw new LocalServerException("Cannot copy WildFly's configuration to " + configuration + ": " + e, e);
        }
    }

    /**
     * Runs offline CLI scripts, one after the other; each starts with {@code embed-server}. Properties are resolved in them.
     *
     * @param base the base directory of the server that they configure, which must not be running
     * @param properties what the scripts may refer to as <code>${name}</code> or <code>${name:default}</code>
     * @param scripts the scripts
     * @throws LocalServerException if a line fails; what came before it stays applied
     */
    public void configure(Path base, Map<String, String> properties, List<Path> scripts) {
        try {
            Path directory =
                    Files.createTempDirectory("xact-wildfly-cli"); // for this user only: there may be a password
            try {
                runCli(base, write(properties, directory), join(scripts, directory), scripts);
            } finally {
                FileTree.delete(directory);
            }
        } catch (IOException e) {
            throw new LocalServerException("Cannot configure WildFly in " + base + ": " + e, e);
        }
    }

    private void runCli(Path base, Path properties, Path script, List<Path> scripts) {
        List<String> command = java();
        command.add("-Djboss.server.base.dir=" + base.toAbsolutePath());
        command.add("-Dlogging.configuration="
                + path.resolve("bin/jboss-cli-logging.properties").toUri());
        command.addAll(modules("org.jboss.as.cli"));
        command.addAll(List.of("--resolve-parameter-values", "--no-color-output", "--echo-command"));
        command.addAll(List.of("--properties=" + properties, "--file=" + script));
        Command.Result result = Command.run(command, Map.of("JBOSS_HOME", path.toString()), CLI_LIMIT);
        if (!result.succeeded()) {
            throw new LocalServerException("WildFly in %s could not be configured by %s. Its CLI says:%n%s"
                    .formatted(base, scripts, lastLines(result.output())));
        }
    }

    private static String lastLines(String output) {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        return lines.subList(Math.max(0, lines.size() - 10), lines.size()).stream()
                .map(line -> "    " + line)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static Path write(Map<String, String> properties, Path directory) throws IOException {
        Properties all = new Properties();
        all.putAll(properties);
        Path file = directory.resolve("script.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            all.store(writer, null);
        }
        return file;
    }

    /** One run of the CLI takes as long as all scripts. */
    private static Path join(List<Path> scripts, Path directory) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path script : scripts) {
            lines.addAll(Files.readAllLines(script));
        }
        return Files.write(directory.resolve("script.cli"), lines);
    }

    /**
     * Returns a builder for a server that runs from here.
     *
     * @param base its base directory, with a configuration in it
     */
    public WildFlyServerBuilder server(Path base) {
        return new WildFlyServerBuilder(this, base.toAbsolutePath().normalize());
    }

    /** Returns the start of a command line: this JVM's own Java. */
    List<String> java() {
        return new ArrayList<>(List.of(
                Host.javaCommand(Path.of(System.getProperty("java.home", ""))).toString(), "-Djava.awt.headless=true"));
    }

    /** Returns the end of a command line: JBoss Modules with a module to run. */
    List<String> modules(String main) {
        return List.of(
                "-Djboss.home.dir=" + path,
                "-jar",
                modulesJar().toString(),
                "-mp",
                path.resolve("modules").toString(),
                main);
    }

    private Path modulesJar() {
        return path.resolve("jboss-modules.jar");
    }
}
