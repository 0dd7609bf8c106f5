// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.conformance;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** All results of a run, by id. */
final class Evidence {

    private final SortedMap<String, SortedSet<Result>> results = new TreeMap<>();

    Evidence(Collection<Result> all) {
        all.forEach(result ->
                results.computeIfAbsent(result.id(), id -> new TreeSet<>()).add(result));
    }

    SortedSet<String> ids() {
        return new TreeSet<>(results.keySet());
    }

    /** Every result of tests that carry the id. */
    SortedSet<Result> of(String id) {
        return results.getOrDefault(id, Collections.emptySortedSet());
    }

    /** The results that keep the id from having passed. */
    List<Result> against(String id) {
        return of(id).stream()
                .filter(result -> result.outcome() != Outcome.PASSED)
                .toList();
    }

    /** The worst outcome; empty if no test carries the id. */
    Optional<Outcome> outcome(String id) {
        return of(id).stream().map(Result::outcome).max(Outcome::compareTo);
    }

    /** The test classes, in each place where one ran. */
    Map<Place, SortedSet<String>> testClasses(String id) {
        Map<Place, SortedSet<String>> classes = new EnumMap<>(Place.class);
        of(id).forEach(result -> classes.computeIfAbsent(result.place(), place -> new TreeSet<>())
                .add(result.testClass()));
        return classes;
    }
}
