// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.conformance;

import java.util.Comparator;

/**
 * How a test that carries an id ended.
 *
 * @param id of the behaviour
 * @param place where it ran
 * @param testClass its class, without the package
 * @param outcome how it ended
 */
record Result(String id, Place place, String testClass, Outcome outcome) implements Comparable<Result> {

    private static final Comparator<Result> ORDER = Comparator.comparing(Result::id)
            .thenComparing(Result::place)
            .thenComparing(Result::testClass)
            .thenComparing(Result::outcome);

    /** Reads what {@link #toLine()} gives. */
    static Result fromLine(String line) {
        String[] fields = line.split("\t", -1);
        return new Result(fields[0], Place.valueOf(fields[1]), fields[2], Outcome.valueOf(fields[3]));
    }

    String toLine() {
        return String.join("\t", id, place.name(), testClass, outcome.name());
    }

    @Override
    public int compareTo(Result other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return outcome + " in " + testClass + " (" + place.title() + ")";
    }
}
