// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.Rollback;
import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.StatementLog;
import io.xact.it.engine.application.Table;
import io.xact.it.engine.application.Tables;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

/** What arrives at PostgreSQL, by its own log. */
@ApplicationScoped
public class WireCases implements Cases {

    @Inject
    private Xacts xacts;

    @Inject
    private Tables tables;

    @SuppressWarnings("NullAway.Init") // before the first use
    private Table items;

    @PostConstruct
    void find() {
        items = tables.postgresql();
    }

    private static List<String> firstWords(List<String> statements) {
        return statements.stream()
                .map(statement -> statement.replaceFirst("(?i)^(ROLLBACK TO|\\w+)\\b.*", "$1"))
                .toList();
    }

    @DisplayName("A7 two levels that end well are one transaction with one savepoint, released, and one commit")
    public void twoLevels() throws Exception {
        StatementLog log = StatementLog.of(items);
        xacts.run(() -> {
            items.insert("outer");
            xacts.run(() -> items.insert("inner"));
        });

        assertThat(firstWords(log.statements()))
                .containsExactly("BEGIN", "INSERT", "SAVEPOINT", "INSERT", "RELEASE", "COMMIT");
    }

    @DisplayName("E5 a savepoint that was rolled back to is released as well")
    public void released() throws Exception {
        StatementLog log = StatementLog.of(items);
        xacts.run(() -> {
            items.insert("outer");
            xacts.run(() -> {
                items.insert("inner");
                throw new Rollback();
            });
        });

        assertThat(firstWords(log.statements()))
                .containsExactly("BEGIN", "INSERT", "SAVEPOINT", "INSERT", "ROLLBACK TO", "RELEASE", "COMMIT");
    }

    @DisplayName(
            "B1 D5 M5 no savepoint for a merged scope, one entered in a doomed scope, or one that doesn't touch the database")
    public void noSavepoint() throws Exception {
        StatementLog log = StatementLog.of(items);
        xacts.run(() -> {
            items.insert("outer");
            xacts.with().savepoint(false).run(() -> items.insert("merged"));
            xacts.run(() -> tables.h2().insert("elsewhere"));
            xacts.setRollback(true);
            xacts.run(() -> assertThat(xacts.isRollback()).isTrue());
        });

        assertThat(firstWords(log.statements())).containsExactly("BEGIN", "INSERT", "INSERT", "ROLLBACK");
    }

    @DisplayName("S9 siblings use one name again, so that their statements are the same texts")
    public void namesAgain() throws Exception {
        StatementLog log = StatementLog.of(items);
        xacts.run(() -> {
            for (int i = 0; i < 20; i++) {
                String name = "item " + i;
                xacts.run(() -> items.insert(name));
            }
        });

        assertThat(log.statements().stream()
                        .filter(statement -> statement.startsWith("SAVEPOINT"))
                        .distinct())
                .as("two, which take turns")
                .hasSize(2);
    }
}
