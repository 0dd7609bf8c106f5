// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactSavepoint;
import io.xact.support.EveryProduct;
import io.xact.support.LogLines;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is logged of scopes. */
@EveryProduct
class LogTest extends ScopeTest {

    /** What JBoss Logging calls DEBUG. */
    private static final Level DEBUG = Level.FINE;

    LogTest(Product product) {
        super(product);
    }

    /** PostgreSQL's first savepoint ever travels alone, later ones with the statement; it is the later ones that matter. */
    @BeforeEach
    void proveThatSavepointsAreTaken() throws SQLException {
        xacts.run(() -> failing(() -> insert("undone")));
        wire().clear();
    }

    private void program() throws SQLException {
        xacts.with().named("import").run(() -> {
            insert("import");
            xacts.with().named("line").run(() -> insert("line"));
            failing(xacts.with().named("bad line"), () -> insert("bad line"));
            XactSavepoint savepoint = xacts.savepoint();
            insert("by hand");
            xacts.rollbackTo(savepoint);
        });
        failing(xacts.with().named("failed import"), () -> insert("failed"));
    }

    private static List<String> about(LogLines lines, String subject) {
        return lines.texts().stream().filter(text -> text.contains(subject)).toList();
    }

    @Test
    @DisplayName("G10 begin, commit and roll back are logged at DEBUG, once each, with the scope's name")
    void scopesAreLogged() throws SQLException {
        try (LogLines lines = LogLines.from(DEBUG)) {
            program();

            assertThat(about(lines, "import"))
                    .satisfiesExactly(
                            begin -> assertThat(begin).startsWith("begin import ("),
                            commit -> assertThat(commit).isEqualTo("commit import"),
                            begin -> assertThat(begin).startsWith("begin failed import ("),
                            rollback -> assertThat(rollback).isEqualTo("rollback failed import"));
        }
        assertThat(rows()).containsExactly("import", "line");
    }

    @Test
    @DisplayName(
            "G10 each savepoint statement that the database is sent is logged at DEBUG, with the data source's name")
    void savepointsAreLogged() throws SQLException {
        try (LogLines lines = LogLines.from(DEBUG)) {
            program();

            assertThat(wire().savepointStatements()).as("sent").isNotEmpty();
            assertThat(about(lines, "SAVEPOINT")).allMatch(text -> text.startsWith(Surroundings.ORDERS + ": "));
            assertThat(statements(lines)).containsExactlyElementsOf(wire().savepointStatements());
            assertThat(lines.records()).extracting(LogRecord::getLevel).containsOnly(DEBUG);
        }
        assertThat(rows()).containsExactly("import", "line");
    }

    private static List<String> statements(LogLines lines) {
        return about(lines, "SAVEPOINT").stream()
                .flatMap(text -> List.of(text.substring(text.indexOf(": ") + 2).split(";")).stream())
                .map(String::strip)
                .toList();
    }

    @Test
    @DisplayName("G10 nothing is logged above DEBUG, neither for a failing scope nor for a refused statement")
    void silentOtherwise() throws SQLException {
        try (LogLines lines = LogLines.from(Level.INFO)) {
            program();
            assertThatThrownBy(() -> xacts.run(() -> {
                        insert("a");
                        assertThatThrownBy(() -> insert("a")).isInstanceOf(SQLException.class);
                    }))
                    .hasCauseInstanceOf(SQLException.class);

            assertThat(lines.texts()).isEmpty();
        }
        assertThat(rows()).containsExactly("import", "line");
    }
}
