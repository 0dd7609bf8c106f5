// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("postgresql")
class PostgresBinariesTest {

    private final Path cache;

    PostgresBinariesTest(@TempDir Path cache) {
        this.cache = cache;
    }

    @Test
    void severalUnpackAtOnceAndAgreeOnOne() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Callable<Path> unpack = () -> PostgresBinaries.unpackedIn(cache);
            List<Future<Path>> homes = threads.invokeAll(List.of(unpack, unpack, unpack));
            Path home = homes.get(0).get();
            for (Future<Path> other : homes) {
                assertThat(other.get()).isEqualTo(home);
            }
            assertThat(home.resolve("bin")).isDirectory();
        } finally {
            threads.shutdownNow();
        }
        assertThat(entries()).as("nothing half unpacked remains").hasSize(1);
    }

    @Test
    void aDamagedCacheIsReplaced() throws IOException {
        Path home = PostgresBinaries.unpackedIn(cache);
        Path taken = home.resolve("share/postgresql/postgres.bki");
        Files.delete(taken);

        assertThat(PostgresBinaries.unpackedIn(cache)).isEqualTo(home);

        assertThat(taken).isNotEmptyFile();
        assertThat(entries()).hasSize(1);
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> entries = Files.list(cache)) {
            return entries.toList();
        }
    }
}
