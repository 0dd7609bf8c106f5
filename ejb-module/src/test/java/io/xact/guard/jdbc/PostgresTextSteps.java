// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard.jdbc;

import static io.xact.guard.jdbc.Text.change;
import static io.xact.guard.jdbc.Text.query;
import static io.xact.guard.jdbc.Text.several;
import static io.xact.guard.jdbc.Text.single;
import static io.xact.guard.jdbc.Text.singleQuery;

import java.util.stream.Stream;

/** Texts that PostgreSQL alone understands, each executed in every form. */
final class PostgresTextSteps {

    private PostgresTextSteps() {}

    static Stream<Step> all() {
        return Stream.of(carried(), rows(), lone()).flatMap(texts -> texts).flatMap(Text::steps);
    }

    private static Stream<Text> carried() {
        return Stream.of(
                change("INSERT INTO probe (name) VALUES ($$a; ? 'b$$)"),
                change("INSERT INTO probe (name) VALUES ($q$a; $$ ? 'b$q$)"),
                change("INSERT INTO probe (name) VALUES (E'it\\'s; ?')"),
                change("/* a /* nested; */ one */ INSERT INTO probe (name) VALUES (U&'d\\0061t')"),
                change("INSERT INTO probe (id) VALUES (1) ON CONFLICT DO NOTHING"),
                change("INSERT INTO logged VALUES (1)"),
                query("SELECT speak('hello')"),
                query("SELECT name::text, id::int8, 1.5::float8, now() - now() FROM probe"),
                query("SELECT FROM probe"),
                query("SELECT '{1,2}'::int[], ROW(1, 'a'), '{\"a\":1}'::jsonb, 'NaN'::numeric, 'infinity'::timestamp"),
                query("SELECT set_config('work_mem', '5MB', true)"));
    }

    private static Stream<Text> rows() {
        return Stream.of(
                singleQuery("INSERT INTO probe (name) VALUES ('r') RETURNING id, name"),
                singleQuery("UPDATE probe SET amount = 2 WHERE id < 3 RETURNING *"),
                singleQuery("DELETE FROM probe RETURNING (id)"),
                singleQuery("WITH n AS (INSERT INTO probe (name) VALUES ('w') RETURNING id) SELECT * FROM n"),
                singleQuery("EXPLAIN (COSTS OFF) SELECT * FROM probe"),
                singleQuery("SHOW standard_conforming_strings"),
                several("INSERT INTO probe (name) VALUES ('one') RETURNING id; DELETE FROM probe"),
                several("DO $$ BEGIN RAISE NOTICE 'one'; END $$; SELECT 1"));
    }

    private static Stream<Text> lone() {
        return Stream.of(
                single("WITH n AS (SELECT 'w') INSERT INTO probe (name) SELECT * FROM n"),
                single("SELECT id INTO TEMP copied FROM probe"),
                single("/* copy */ SELECT id INTO copied FROM probe"),
                single("CREATE TEMP TABLE made ON COMMIT DROP AS SELECT 1 AS one"),
                single("DO $$ BEGIN RAISE WARNING 'w; ?'; RAISE NOTICE 'n'; END $$"),
                single("SET LOCAL work_mem = '4MB'"),
                single("CALL settle('called')"),
                single("LISTEN channel"),
                single("NOTIFY channel, 'a'"),
                single("LOCK TABLE probe IN SHARE MODE"),
                single("PREPARE plan AS SELECT 1; DEALLOCATE plan"),
                single("DECLARE c CURSOR FOR SELECT 1"),
                single("TRUNCATE probe"),
                single("MERGE INTO probe p USING (SELECT 1 AS id) s ON p.id = s.id WHEN MATCHED THEN DELETE"));
    }
}
