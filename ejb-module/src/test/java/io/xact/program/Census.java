// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How many programs have met what. */
public final class Census {

    private final Map<Construct, Integer> counts = new EnumMap<>(Construct.class);
    private int programs;

    public void add(Set<Construct> met) {
        programs++;
        met.forEach(construct -> counts.merge(construct, 1, Integer::sum));
    }

    public int programs() {
        return programs;
    }

    /** What turned up in less than so many percent of the programs. */
    public List<Construct> rarerThan(int percent) {
        return Arrays.stream(Construct.values())
                .filter(construct -> count(construct) * 100L < (long) programs * percent)
                .toList();
    }

    private int count(Construct construct) {
        return counts.getOrDefault(construct, 0);
    }

    @Override
    public String toString() {
        return Arrays.stream(Construct.values())
                .map(construct -> String.format(
                        Locale.ROOT,
                        "%5.1f %% %s",
                        100.0 * count(construct) / Math.max(1, programs),
                        construct.name().toLowerCase(Locale.ROOT).replace('_', ' ')))
                .collect(Collectors.joining("\n", programs + " programs\n", ""));
    }
}
