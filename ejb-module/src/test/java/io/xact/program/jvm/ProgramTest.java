// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.xact.program.Census;
import io.xact.program.Comparison;
import io.xact.program.Mix;
import io.xact.program.Programs;
import io.xact.program.QuietLog;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random programs. {@code -Dxact.test.programs} says how many on H2; each other product gets a tenth, for its round trips take
 * ten times as long. {@code -Dxact.test.seed} runs those of an earlier run again.
 */
@EveryProduct
class ProgramTest extends ScopeTest {

    /** In fewer programs chance decides what is rare. */
    private static final int ENOUGH_TO_TELL = 1000;

    private final Product product;

    ProgramTest(Product product) {
        super(product);
        this.product = product;
    }

    private int howMany(Mix mix) {
        int onH2 = Integer.getInteger("xact.test.programs", 4000) / (mix == Mix.GUARDED ? 1 : 2);
        return product == Product.H2 ? onH2 : onH2 / 10;
    }

    @ParameterizedTest
    @EnumSource(
            value = Mix.class,
            names = {"GUARDED", "ONE_KIND_A_DATABASE"})
    @DisplayName("T1 random programs leave the rows, hooks and exceptions that the model foretells, and nothing else")
    void areAsForetold(Mix mix, TestReporter reporter) {
        long seed = Long.getLong("xact.test.seed", System.nanoTime());
        Census census = new Census();
        try (QuietLog quiet = QuietLog.on();
                JvmApplication application = JvmApplication.on(product)) {
            Comparison comparison = new Comparison(application);
            assertThat(quiet.isQuiet()).isTrue();
            for (long next = seed; census.programs() < howMany(mix); next++) {
                play(next, mix, comparison, census);
            }
        }
        reporter.publishEntry(product.name() + " " + mix, census.toString());
        if (howMany(mix) >= ENOUGH_TO_TELL) {
            int percent = mix == Mix.GUARDED ? 2 : 1;
            assertThat(census.rarerThan(percent, mix))
                    .as("met in less than %d %% of the programs from seed %d on: %s", percent, seed, census)
                    .isEmpty();
        }
    }

    private static void play(long seed, Mix mix, Comparison comparison, Census census) {
        comparison.of(Programs.of(seed, mix)).ifPresent(verdict -> {
            census.add(verdict.met());
            if (verdict.isDifferent()) {
                fail("-Dxact.test.seed=" + seed + comparison.shrunk(Programs.of(seed, mix), verdict));
            }
        });
    }
}
