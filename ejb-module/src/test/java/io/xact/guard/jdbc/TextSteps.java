// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard.jdbc;

import static io.xact.guard.jdbc.Text.change;
import static io.xact.guard.jdbc.Text.query;
import static io.xact.guard.jdbc.Text.several;
import static io.xact.guard.jdbc.Text.single;
import static io.xact.guard.jdbc.Text.singleQuery;

import java.util.stream.Stream;

/** Texts of all kinds, each executed in every form. */
final class TextSteps {

    private static final String LONG = "x".repeat(20_000);

    private TextSteps() {}

    static Stream<Step> all() {
        return Stream.of(changes(), queries(), lone()).flatMap(texts -> texts).flatMap(Text::steps);
    }

    private static Stream<Text> changes() {
        return Stream.of(
                change("INSERT INTO probe (name) VALUES ('new')"),
                change("INSERT INTO probe (name) VALUES ('p'), ('q')"),
                change("INSERT INTO probe (name) SELECT name || '2' FROM probe"),
                change("insert into probe (name) values ('lower');"),
                change("INSERT INTO probe (name) VALUES ('trailing') ; ; "),
                change(";INSERT INTO probe (name) VALUES ('leading')"),
                change("/* what ? it; is */ INSERT INTO probe (name) VALUES ('comment')"),
                change("-- what ? it; 's\nINSERT INTO probe (name) VALUES ('line')"),
                change("INSERT INTO probe (name) VALUES ('a; b ? '' \"c\" -- d /* e')"),
                change("INSERT INTO probe (\"odd \"\"?;' name\") VALUES ('odd')"),
                change("INSERT INTO probe (name) VALUES ('" + "y".repeat(40) + "')"),
                change("UPDATE probe SET amount = amount + 1"),
                change("UPDATE probe SET amount = 3 WHERE id < 0"),
                change("UPDATE probe SET name = 'ä€😀' WHERE id = 1"),
                change("DELETE FROM probe WHERE id > 2"));
    }

    private static Stream<Text> queries() {
        return Stream.of(
                query("SELECT id, name, amount, flag FROM probe ORDER BY id"),
                query("SELECT * FROM probe WHERE id < 0"),
                query("select 1 as one;"),
                query("(SELECT 1) UNION (SELECT 2) ORDER BY 1"),
                query("SELECT \"odd \"\"?;' name\" FROM probe"),
                query("SELECT id FROM probe WHERE id = 1 FOR UPDATE"),
                query("SELECT ';' AS semicolon, '?' AS mark, 'it''s' AS quote /* ? ; */ -- ? ;"),
                query("SELECT 'half a character: \ud83d'"),
                query("SELECT NULL, CAST(NULL AS INT), CURRENT_DATE - CURRENT_DATE"),
                query("SELECT LENGTH('" + LONG + "')"));
    }

    private static Stream<Text> lone() {
        return Stream.of(
                single(""),
                single(" ;; "),
                single("-- nothing"),
                single("INSERT INTO probe (name) VALUES ('one'); INSERT INTO probe (name) VALUES ('two')"),
                several("INSERT INTO probe (name) VALUES ('one'); SELECT name FROM probe ORDER BY id"),
                several("SELECT 1; SELECT 2"),
                singleQuery("WITH p AS (SELECT name FROM probe) SELECT * FROM p ORDER BY name"),
                singleQuery("VALUES (1, 'a'), (2, 'b')"),
                singleQuery("TABLE probe"),
                singleQuery("SELECT {fn UCASE('a')}, {d '2020-02-29'}, {ts '2020-02-29 12:13:14.5'}, {t '12:13:14'}"),
                single("INSERT INTO probe (name, on_day) VALUES ({fn LCASE('X')}, {d '2020-02-29'})"));
    }
}
