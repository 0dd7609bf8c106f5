// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.jms.CrashingProcess.Point;
import io.xact.support.Inbox;
import io.xact.support.PostgreSqlOnly;
import io.xact.support.ProcessBroker;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An application that dies in the middle of a commit, and is started again: its start is what has the broker recovered. */
@PostgreSqlOnly
class CrashTest extends ScopeTest {

    private final ProcessBroker broker = ProcessBroker.only();

    CrashTest(Product product) {
        super(product);
    }

    @ParameterizedTest
    @CsvSource({"PREPARE, false", "DATABASE_COMMIT, true", "BROKER_COMMIT, true"})
    @DisplayName("N14 S5 recovery brings a transaction to its end, row and message alike, once")
    void recovered(Point point, boolean isKept, @TempDir Path directory) throws Exception {
        assertThat(run(point, directory)).as("exit code").isEqualTo(CrashingProcess.DEAD);
        assertThat(run(Point.NONE, directory)).as("exit code").isZero();

        List<String> expected = isKept ? List.of("a") : List.of();
        assertThat(new Inbox(broker.outside(), CrashingProcess.QUEUE).texts()).isEqualTo(expected);
        assertThat(rows()).isEqualTo(expected);
        assertThat(BranchesInDoubt.at(broker.outside())).isZero();
    }

    private int run(Point point, Path directory) throws IOException, InterruptedException {
        File log = directory.resolve(point + ".log").toFile();
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-DObjectStoreEnvironmentBean.objectStoreDir=" + directory.resolve("store"),
                        "-DObjectStoreEnvironmentBean.communicationStore.objectStoreDir=" + directory.resolve("store"),
                        CrashingProcess.class.getName(),
                        point.name(),
                        surroundings().orders().url(),
                        broker.url())
                .redirectErrorStream(true)
                .redirectOutput(log);
        java.environment()
                .put(
                        "CLASSPATH",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        Process process = java.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        int exit = process.waitFor();
        if (exit != 0 && exit != CrashingProcess.DEAD) {
            throw new AssertionError(Files.readString(log.toPath()));
        }
        return exit;
    }
}
