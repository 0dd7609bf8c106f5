// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard.jdbc;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A text to be executed in every form.
 *
 * @param sql the text
 * @param carries whether savepoint statements may travel with it
 * @param rows whether it has a result set
 */
record Text(String sql, boolean carries, Rows rows) {

    /** Which results a text has. */
    enum Rows {
        NEVER,
        ALWAYS,
        AMONG_OTHERS
    }

    static Text change(String sql) {
        return new Text(sql, true, Rows.NEVER);
    }

    static Text query(String sql) {
        return new Text(sql, true, Rows.ALWAYS);
    }

    static Text single(String sql) {
        return new Text(sql, false, Rows.NEVER);
    }

    static Text singleQuery(String sql) {
        return new Text(sql, false, Rows.ALWAYS);
    }

    static Text several(String sql) {
        return new Text(sql, false, Rows.AMONG_OTHERS);
    }

    /** Plain and prepared, in every form. */
    Stream<Step> steps() {
        return Arrays.stream(Form.values())
                .flatMap(form -> Stream.of(
                        step("plain", form, session -> form.plain(session, sql)),
                        step("prepared", form, session -> form.prepared(session, sql))));
    }

    private Step step(String kind, Form form, Program program) {
        boolean suits = form.suits(rows);
        String start = sql.length() > 100 ? sql.substring(0, 100) + "…" : sql;
        return new Step(
                kind + " " + form + " of " + start.replaceAll("[\\n\\r]", "/"),
                carries && suits ? Travel.CARRIED : Travel.ALONE,
                true,
                !suits,
                program);
    }
}
