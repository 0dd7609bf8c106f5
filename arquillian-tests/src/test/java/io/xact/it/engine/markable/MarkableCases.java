// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.markable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactRolledBackException;
import io.xact.XactSavepoint;
import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.Conflict;
import io.xact.it.engine.application.Jta;
import io.xact.it.engine.application.LogRecords;
import io.xact.it.engine.application.RefusedException;
import io.xact.it.engine.application.Sql;
import io.xact.it.engine.application.Step;
import io.xact.it.engine.application.Table;
import io.xact.it.engine.application.Tables;
import io.xact.it.engine.application.Threads;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import org.junit.jupiter.api.DisplayName;

/** A commit-markable data source, alone and with messages that were sent by hand. */
@ApplicationScoped
public class MarkableCases implements Cases {

    private static final int MESSAGES = 200;

    @Inject
    private Xacts xacts;

    @Inject
    private Tables tables;

    @Inject
    private Markable markable;

    @Inject
    private Messages messages;

    @Inject
    private Jta jta;

    @Inject
    private Threads threads;

    @SuppressWarnings("NullAway.Init") // before the first use
    private Table items;

    @PostConstruct
    void find() {
        items = markable.items();
    }

    private void failing(Step work) {
        assertThatThrownBy(() -> xacts.run(() -> {
                    work.run();
                    throw new RefusedException();
                }))
                .isInstanceOf(RefusedException.class);
    }

    private void assertNothingKept() throws SQLException {
        assertThat(items.committed()).isEmpty();
        assertThat(messages.receive()).isNull();
    }

    private long markers() throws SQLException {
        return Long.parseLong(items.observe("SELECT count(*) FROM xids").get(0));
    }

    @DisplayName("A8 it is undone alone, guarded and by the server's data source, and what is kept is marked")
    public void undoneAlone() throws Exception {
        long before = markers();
        xacts.run(() -> {
            messages.send("outer");
            items.insert("outer");
            items.insertUnguarded("unguarded");
            failing(() -> items.insert("inner"));
            failing(() -> items.insertUnguarded("inner"));
            xacts.run(() -> items.insert("kept"));
        });

        assertThat(items.committed()).containsExactly("kept", "outer", "unguarded");
        assertThat(messages.receive()).isEqualTo("outer");
        assertThat(markers()).isEqualTo(before + 1);
    }

    @DisplayName("A8 where it is alone in the transaction, nothing is marked")
    public void alone() throws Exception {
        long before = markers();
        xacts.run(() -> {
            items.insert("outer");
            failing(() -> items.insert("inner"));
        });

        assertThat(items.committed()).containsExactly("outer");
        assertThat(markers()).isEqualTo(before);
    }

    @DisplayName("a savepoint by hand works on it, guarded and not")
    public void savepoint() throws Exception {
        xacts.run(() -> {
            items.insertUnguarded("unguarded");
            items.insert("guarded");
            XactSavepoint savepoint = xacts.savepoint();
            items.insertUnguarded("a");
            items.insert("b");
            xacts.rollbackTo(savepoint);
            messages.send("after");
        });

        assertThat(items.committed()).containsExactly("guarded", "unguarded");
        assertThat(messages.receive()).isEqualTo("after");
    }

    @DisplayName("S1 a failed statement that is swallowed costs all of the transaction")
    public void swallowed() throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    items.insert("a");
                    assertThatThrownBy(() -> items.insert("a")).isInstanceOf(SQLException.class);
                }))
                .isInstanceOf(XactRolledBackException.class);
        assertThatThrownBy(() -> xacts.run(() -> {
                    items.insertUnguarded("a");
                    assertThatThrownBy(() -> items.insertUnguarded("a")).isInstanceOf(SQLException.class);
                }))
                .isInstanceOf(XactRolledBackException.class);

        assertNothingKept();
    }

    @DisplayName("S1 so it does with a message, of which nothing is kept either")
    public void swallowedWithMessage() throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    messages.send("sent by hand");
                    items.insert("a");
                    assertThatThrownBy(() -> items.insert("a")).isInstanceOf(SQLException.class);
                }))
                .isInstanceOf(XactRolledBackException.class);
        assertThatThrownBy(() -> xacts.run(() -> {
                    messages.send("sent by hand");
                    items.insertUnguarded("a");
                    assertThatThrownBy(() -> items.insertUnguarded("a")).isInstanceOf(SQLException.class);
                }))
                .isInstanceOf(XactRolledBackException.class);

        assertNothingKept();
    }

    @DisplayName("S1 a deferred constraint that breaks costs all of the transaction, with its message")
    public void deferredConstraint() throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    messages.send("sent by hand");
                    items.execute("INSERT INTO part VALUES ('of nothing')");
                }))
                .isInstanceOf(XactRolledBackException.class);

        assertNothingKept();
    }

    @DisplayName("E4 a serialization failure at the commit is a roll back, also of the message, and leaves no record")
    public void conflict() throws Exception {
        items.executeByOther("INSERT INTO item (name) VALUES ('mine'), ('other')");
        Conflict conflict = new Conflict(items, jta.manager(), 1);
        assertThatThrownBy(() -> xacts.run(() -> {
                    conflict.atCommit();
                    messages.send("sent by hand");
                }))
                .isInstanceOf(XactRolledBackException.class);

        assertThat(items.observe("SELECT amount FROM item WHERE name = 'mine'")).containsExactly("0");
        assertThat(messages.receive()).isNull();
    }

    /** With another database too, which no other case has there: a warning comes once for each combination. */
    @DisplayName("M7 there is no warning, and no refusal, beside a message and another database")
    public void notLocal() throws Exception {
        try (LogRecords log = LogRecords.ofServer()) {
            xacts.run(() -> {
                items.insert("guarded");
                messages.send("with guarded");
                tables.h2().insert("guarded");
            });
            xacts.run(() -> {
                messages.send("with unguarded");
                items.insertUnguarded("unguarded");
                tables.h2().insertUnguarded("unguarded");
            });

            assertThat(warnings(log)).isEmpty();
        }
        assertThat(tables.h2().committed()).containsExactly("guarded", "unguarded");
        assertThat(items.committed()).containsExactly("guarded", "unguarded");
        assertThat(messages.receive()).isEqualTo("with guarded");
        assertThat(messages.receive()).isEqualTo("with unguarded");
    }

    private static List<String> warnings(LogRecords log) {
        return log.records().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(entry -> entry.getMessage() + Arrays.toString(entry.getParameters()))
                .toList();
    }

    @DisplayName("M7 two of them in one transaction: refused with the name of the one that is there")
    public void two() throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    items.insert("a");
                    Sql.execute(xacts.guarded(Markable.TABLELESS_NAME), "INSERT INTO item (name) VALUES ('b')");
                }))
                .hasStackTraceContaining(Markable.NAME)
                .hasStackTraceContaining(Markable.TABLELESS_NAME);

        assertNothingKept();
    }

    @DisplayName("the row is there when its message comes, though the message was sent first")
    public void order() throws Exception {
        List<String> early = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<Void> receiver =
                threads.begin(() -> messages.receive(MESSAGES, name -> early.addAll(missing(String.valueOf(name)))));
        for (int i = 0; i < MESSAGES; i++) {
            String name = "item " + i;
            xacts.run(() -> {
                messages.send(name);
                items.insert(name);
            });
        }
        receiver.join();

        assertThat(early).isEmpty();
        assertThat(items.committed()).hasSize(MESSAGES);
    }

    private List<String> missing(String name) throws SQLException {
        boolean isThere = !items.observe("SELECT name FROM item WHERE name = '" + name + "'")
                .isEmpty();
        return isThere ? List.of() : List.of(name);
    }

    @DisplayName("M7 one that the transaction manager was not told of is a local one: a warning names both")
    public void unlisted() throws Exception {
        try (LogRecords log = LogRecords.ofServer()) {
            try {
                xacts.run(() -> {
                    messages.send("sent by hand");
                    Sql.execute(markable.unlisted(), "INSERT INTO item (name) VALUES ('a')");
                });
                assertThat(messages.receive()).isEqualTo("sent by hand");
                assertThat(warnings(log))
                        .anyMatch(warning -> warning.contains(Markable.UNLISTED_NAME) && warning.contains("JmsXA"));
            } catch (XactRolledBackException refused) { // by the setting, of one of the two deployments
                assertThat(refused).hasStackTraceContaining("xact.local-datasource=refuse");
                assertNothingKept();
            }
        }
    }
}
