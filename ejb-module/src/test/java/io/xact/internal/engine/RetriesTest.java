// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.support.LogLines;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How often, after which pauses and with which result attempts are made. */
class RetriesTest extends ScriptedEngineTest {

    private final AtomicInteger attempts = new AtomicInteger();

    private static XactDefinition retrying(int retries) {
        return XactDefinition.builder("retrying", "Stock.move").retries(retries).build();
    }

    private int failingUntil(int attempt) {
        if (attempts.incrementAndGet() < attempt) {
            throw new Passing();
        }
        return attempts.get();
    }

    @Test
    @DisplayName("R the result is that of the attempt that succeeded, whichever that is")
    void result() {
        XactDefinition definition = retrying(2);
        for (int attempt = 1; attempt <= 3; attempt++) {
            int succeeding = attempt;
            attempts.set(0);
            int result = engine.retry(definition, () -> engine.call(definition, () -> failingUntil(succeeding)));
            assertThat(result).isEqualTo(attempt);
        }
    }

    @Test
    @DisplayName("R pauses grow twofold from 20 ms to a second, each in the upper half of its span")
    void pauses() {
        int retries = 40;

        assertThatThrownBy(() -> engine.retry(retrying(retries), () -> failingUntil(Integer.MAX_VALUE)))
                .isInstanceOf(Passing.class);

        assertThat(attempts).hasValue(retries + 1);
        assertThat(pauses).hasSize(retries);
        IntStream.range(0, retries).forEach(i -> {
            long longest = i < 6 ? 20L << i : 1000;
            assertThat(pauses.get(i)).isBetween(Duration.ofMillis(longest / 2), Duration.ofMillis(longest));
        });
    }

    @Test
    @DisplayName("G10 a failed attempt is told at DEBUG, with its number")
    void log() {
        try (LogLines lines = LogLines.from(Level.FINE)) {
            engine.retry(retrying(1), () -> failingUntil(2));

            assertThat(lines.texts()).containsExactly("Stock.move: attempt 1 failed, trying again");
        }
    }

    @Test
    @DisplayName("R what is retried inside an attempt doesn't hide from it that its own scope was rolled back")
    void insideAnAttempt() {
        XactDefinition listing = XactDefinition.builder("listing", "a test")
                .retries(1)
                .dontRollbackOn(List.of(Passing.class))
                .build();

        failing(() -> engine.retry(listing, () -> {
            engine.<Object, RuntimeException>retry(retrying(1), () -> "nothing begun");
            engine.<Object, RuntimeException>call(listing, () -> {
                current.setRollback(true);
                attempts.incrementAndGet();
                throw new Passing();
            });
            return "not reached";
        }));

        assertThat(attempts)
                .as("rolled back, so another attempt can't do anything twice")
                .hasValue(2);
    }
}
