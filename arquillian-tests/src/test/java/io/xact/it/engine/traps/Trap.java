// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.traps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.Tables;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A small program, and what everybody expects of it.
 *
 * @param tables where it works
 * @param program the program
 * @param mayFail whether it may also fail; nothing of it is to be there then
 * @param expected the rows that are to be there when it has ended well
 * @param named what a failure is to name
 */
record Trap(Tables tables, Program program, boolean mayFail, Map<Database, List<String>> expected, List<String> named) {

    /** Something to be done in one way or another. */
    @FunctionalInterface
    interface Program {

        void run(Way way) throws Throwable;
    }

    private static final String ROWS =
            "SELECT name || CASE WHEN amount = 0 THEN '' ELSE '=' || amount END FROM item ORDER BY name";

    /** A program that is to end well. */
    static Trap succeeding(Tables tables, Program program) {
        return new Trap(tables, program, false, Map.of(), List.of());
    }

    /** A program that is to be done wholly, or to fail and leave nothing behind. */
    static Trap allOrNothing(Tables tables, Program program) {
        return new Trap(tables, program, true, Map.of(), List.of());
    }

    /** Expects rows in one of the databases: names, and {@code name=amount} where there is an amount. */
    Trap expecting(Database database, String... rows) {
        Map<Database, List<String>> more = new EnumMap<>(Database.class);
        more.putAll(expected);
        more.put(database, List.of(rows));
        return new Trap(tables, program, mayFail, more, named);
    }

    /** Expects that a failure names something. */
    Trap naming(String... words) {
        return new Trap(tables, program, mayFail, expected, List.of(words));
    }

    /** Asserts that all is as expected. */
    Outcome holds(Way way) throws SQLException {
        Outcome outcome = play(way);
        check(outcome);
        return outcome;
    }

    /** Asserts that it is not. */
    Outcome springs(Way way) throws SQLException {
        Outcome outcome = play(way);
        assertThatThrownBy(() -> check(outcome))
                .as("the expectation, after %s", outcome)
                .isInstanceOf(AssertionError.class);
        return outcome;
    }

    private void check(Outcome outcome) {
        if (outcome.isThrown()) {
            assertThat(mayFail).as("may fail, did so: %s", outcome.messages()).isTrue();
            assertThat(named).as("named in %s", outcome.messages()).allMatch(outcome.messages()::contains);
        }
        for (Database database : Database.values()) {
            List<String> rows = outcome.isThrown() ? List.of() : expected.getOrDefault(database, List.of());
            assertThat(outcome.committed(database))
                    .as("%s, %s", database, outcome)
                    .isEqualTo(rows);
        }
    }

    private Outcome play(Way way) throws SQLException {
        tables.clear();
        Optional<Throwable> thrown = run(way);
        Map<Database, List<String>> committed = new EnumMap<>(Database.class);
        for (Database database : Database.values()) {
            committed.put(database, tables.in(database).observe(ROWS));
        }
        return new Outcome(thrown, committed);
    }

    private Optional<Throwable> run(Way way) {
        try {
            program.run(way);
            return Optional.empty();
        } catch (Throwable failure) {
            return Optional.of(failure);
        }
    }
}
