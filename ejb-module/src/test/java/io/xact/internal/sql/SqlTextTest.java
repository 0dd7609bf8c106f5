// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be told of a text without a parser. */
class SqlTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COMMIT",
                "commit work",
                "COMMIT PREPARED 'x'",
                "ROLLBACK",
                "RollBack To SavePoint a",
                "SAVEPOINT a",
                "RELEASE a",
                "ABORT",
                "BEGIN",
                "begin ;",
                "BEGIN WORK",
                "BEGIN TRANSACTION ISOLATION LEVEL SERIALIZABLE",
                "BEGIN READ ONLY",
                "BEGIN DEFERRABLE",
                "BEGIN NOT DEFERRABLE",
                "START TRANSACTION",
                "START /* a */ TRANSACTION READ ONLY",
                "END",
                "END AND CHAIN",
                "PREPARE TRANSACTION 'x'",
                "PREPARE COMMIT x",
                "SAVE TRAN a",
                "SET AUTOCOMMIT = 0",
                "SET @@autocommit = 0",
                "SET SESSION autocommit = 0",
                "SET @@session.autocommit = 0",
                "XA START 'x'",
                "xa rollback 'x'",
                ";;COMMIT",
                "((COMMIT))",
                "-- a\nCOMMIT",
                "-- a\rCOMMIT",
                "/* /* a */ ; */COMMIT",
                "SELECT 1;COMMIT",
                "SELECT 'a';COMMIT",
                "SELECT 'a''';COMMIT",
                "SELECT '\\';COMMIT",
                "SELECT E'\\'';COMMIT",
                "SELECT E'\\\\';COMMIT",
                "SELECT te'\\';COMMIT",
                "SELECT \"a;\"\";\";COMMIT",
                "SELECT $$;$$;COMMIT",
                "SELECT $a$ $$ ; $A$ $a$;COMMIT",
                "SELECT a$$;COMMIT;b$$",
                "SELECT ä$$;COMMIT;b$$",
                "SELECT \uD83D\uDE00$$;COMMIT;b$$",
                "SELECT $1;COMMIT",
                "SELECT $2$;COMMIT;$2$",
                "DECLARE c CURSOR FOR SELECT 1; END",
                "CREATE TABLE procedure (function INT); COMMIT",
                "CREATE INDEX trigger ON t (a); COMMIT",
                "CREATE FUNCTION f() RETURNS INT AS $$ BEGIN; END $$ LANGUAGE x; COMMIT",
                "CREATE FUNCTION f() RETURNS INT LANGUAGE x AS 'BEGIN; END'; COMMIT",
                "CREATE FUNCTION f() RETURNS INT LANGUAGE x AS E'BEGIN; END'; COMMIT",
                "BEGIN COMMIT; END;",
                "BEGIN x(); ROLLBACK; END;",
            })
    @DisplayName("controls the transaction")
    void controls(String sql) {
        assertThat(SqlText.of(sql).controlsTransaction()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "SELECT 1",
                "SELECT ';COMMIT'",
                "SELECT 'a'';COMMIT'",
                "SELECT E'\\';COMMIT'",
                "SELECT e'a\\\\\\';COMMIT'",
                "SELECT \";COMMIT\"",
                "SELECT \"a\"\";COMMIT\"",
                "SELECT `;COMMIT`",
                "SELECT $$;COMMIT$$",
                "SELECT $a$;COMMIT;$$;COMMIT$a$",
                "SELECT $é$;COMMIT$é$",
                "SELECT 1 -- ;COMMIT",
                "-- COMMIT",
                "/* COMMIT */",
                "SELECT 1 /* ; /* ; */ COMMIT; */",
                "\"COMMIT\"",
                "SELECT release, savepoint, begin FROM commit",
                "UPDATE t SET commit = 1",
                "SET search_path = commit",
                "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE",
                "PREPARE plan AS SELECT 1",
                "MERGE INTO t USING s ON (t.a = s.a) WHEN MATCHED THEN DELETE",
                "BEGIN x; END;",
                "BEGIN x; BEGIN y; END; END;",
                "DECLARE a INT; BEGIN x(a); END;",
                "begin\n  update t set a = 1;\n  delete from u;\nend;",
                "CREATE FUNCTION f() RETURNS INT BEGIN ATOMIC SELECT 1; END",
                "CREATE OR REPLACE EDITIONABLE PROCEDURE p AS BEGIN COMMIT; END;",
                "CREATE DEFINER = root@127.0.0.1 PROCEDURE p() BEGIN START TRANSACTION; COMMIT; END",
                "CREATE TRIGGER t BEFORE INSERT ON u FOR EACH ROW BEGIN SET a = 1; END",
                "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN DELETE FROM t; END",
                "COMMITTED",
                "ENDLESS",
                "START SLAVE",
                "XA RECOVER",
            })
    @DisplayName("does not control the transaction")
    void doesNotControl(String sql) {
        assertThat(SqlText.of(sql).controlsTransaction()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '~',
            value = {
                "SELECT 1 ! true ! true ! 0",
                "/* a; */ select 1; -- ; ? ! true ! true ! 0",
                "(SELECT 1) ! true ! true ! 0",
                "SELECT ? + ? ! true ! true ! 2",
                "SELECT '?', \"?\", $$?$$ /* ? */ FROM t WHERE a = ? ! true ! true ! 1",
                "SELECT a ?? b ! true ! true ! 2",
                "SELECT 1; SELECT ? ! false ! true ! 1",
                "WITH a AS (SELECT 1) SELECT 2 ! false ! true ! 0",
                "SELECT {fn NOW()} ! true ! false ! 0",
                "SELECT '{fn NOW()}' ! true ! true ! 0",
                "SELECT 'open ! true ! false ! 0",
                "SELECT \"open ! true ! false ! 0",
                "SELECT $$open ! true ! false ! 0",
                "SELECT /* open /* */ ! true ! false ! 0",
                "SELECT 1 -- open ! true ! true ! 0",
            })
    @DisplayName("tells one SELECT, what a driver may complain of, and parameters")
    void tells(String sql, boolean isOne, boolean isPlain, int parameters) {
        SqlText text = SqlText.of(sql);

        assertThat(text.isOne(Set.of("SELECT"))).as("one SELECT").isEqualTo(isOne);
        assertThat(text.isPlain()).as("plain").isEqualTo(isPlain);
        assertThat(text.parameters()).as("parameters").isEqualTo(parameters);
    }

    @RepeatedTest(500)
    @DisplayName("what is quoted or a comment never changes the answer")
    void garbageChangesNothing(RepetitionInfo repetition) {
        Garbage garbage = new Garbage(repetition.getCurrentRepetition());
        String harmless = "SELECT ? " + garbage.quoted() + garbage.comment() + "; " + garbage.comment()
                + "UPDATE t SET a = " + garbage.quoted();
        String control = harmless + ";" + garbage.comment() + "COMMIT" + garbage.comment();

        SqlText text = SqlText.of(harmless);
        assertThat(text.controlsTransaction()).as(harmless).isFalse();
        assertThat(text.isPlain()).as(harmless).isTrue();
        assertThat(text.parameters()).as(harmless).isEqualTo(1);
        assertThat(SqlText.of(control).controlsTransaction()).as(control).isTrue();
    }
}
