// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import java.util.Random;
import java.util.function.Supplier;

/** Decides at random, the same for the same seed. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    /** An alternative that is as likely as its weight says. */
    record Weighted<T>(int weight, Supplier<? extends T> value) {}

    static <T> Weighted<T> of(int weight, Supplier<? extends T> value) {
        return new Weighted<>(weight, value);
    }

    @SafeVarargs
    final <T> T oneOf(Weighted<T>... alternatives) {
        int all = 0;
        for (Weighted<T> alternative : alternatives) {
            all += alternative.weight();
        }
        int left = random.nextInt(all);
        int i = 0;
        while (left >= alternatives[i].weight()) {
            left -= alternatives[i].weight();
            i++;
        }
        return alternatives[i].value().get();
    }

    @SafeVarargs
    final <T> T of(T... values) {
        return values[random.nextInt(values.length)];
    }

    boolean in(int percent) {
        return random.nextInt(100) < percent;
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }
}
