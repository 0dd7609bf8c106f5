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

    private static final String PROGRAMS = "programs";

    private final Map<Construct, Integer> counts = new EnumMap<>(Construct.class);
    private int programs;

    public void add(Set<Construct> met) {
        programs++;
        met.forEach(construct -> counts.merge(construct, 1, Integer::sum));
    }

    /** With what another one has counted. */
    public void addAll(Census other) {
        programs += other.programs;
        other.counts.forEach((construct, count) -> counts.merge(construct, count, Integer::sum));
    }

    /** Another one, from what {@link #digest} has made of it. */
    public static Census of(String digest) {
        Census census = new Census();
        for (String entry : digest.split(" ", -1)) {
            String[] nameAndCount = entry.split("=", 2);
            int count = Integer.parseInt(nameAndCount[1]);
            if (nameAndCount[0].equals(PROGRAMS)) {
                census.programs = count;
            } else {
                census.counts.put(Construct.valueOf(nameAndCount[0]), count);
            }
        }
        return census;
    }

    /** All of it in one line, for another process. */
    public String digest() {
        return counts.entrySet().stream()
                .map(entry -> " " + entry.getKey().name() + "=" + entry.getValue())
                .collect(Collectors.joining("", PROGRAMS + "=" + programs, ""));
    }

    public int programs() {
        return programs;
    }

    /** What of that which a mix can meet turned up in less than so many percent of the programs. */
    public List<Construct> rarerThan(int percent, Mix mix) {
        return Arrays.stream(Construct.values())
                .filter(construct -> construct.isIn(mix))
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
