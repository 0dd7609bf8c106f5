// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.Rollback;
import io.xact.XactCommittedException;
import io.xact.XactSavepoint;
import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.LogRecords;
import io.xact.it.engine.application.RefusedException;
import io.xact.it.engine.application.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.DisplayName;

/** Hooks: when they run, in which order, and when they don't. */
@ApplicationScoped
public class HookCases implements Cases {

    @Inject
    private Xacts xacts;

    private static List<String> seen(Table items) {
        try {
            return items.committed();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @DisplayName("I1 where no transaction is, a hook runs at once")
    public void withoutTransaction() {
        List<String> ran = new ArrayList<>();
        xacts.onCommit(() -> ran.add("hook"));

        assertThat(ran).containsExactly("hook");
    }

    @DisplayName("I2 I3 there a robust hook's failure is logged with its stack trace and name, and not thrown")
    public void robustWithoutTransaction() {
        IllegalStateException failure = new IllegalStateException("on purpose");
        try (LogRecords log = LogRecords.from(Level.INFO)) {
            xacts.onCommitRobust(() -> {
                throw failure;
            });

            assertThat(log.messages())
                    .singleElement()
                    .asString()
                    .contains(getClass().getSimpleName());
            assertThat(log.records().get(0).getThrown()).isSameAs(failure);
        }
    }

    @DisplayName("I4 I5 at the commit a failing robust hook is logged by name, and those behind it run")
    public void robustAtCommit(Table items) {
        List<String> ran = new ArrayList<>();
        try (LogRecords log = LogRecords.from(Level.INFO)) {
            xacts.run(() -> {
                items.insertUnchecked("a");
                xacts.onCommitRobust(() -> {
                    throw new IllegalStateException("on purpose");
                });
                xacts.onCommit(() -> ran.add("next"));
            });

            assertThat(log.messages())
                    .singleElement()
                    .asString()
                    .contains(getClass().getSimpleName());
        }
        assertThat(ran).containsExactly("next");
    }

    @DisplayName("I6 I8 I14 hooks run after the outermost commit, when others see the data, in order of registration")
    public void afterOutermostCommit(Table items) throws Exception {
        List<String> ran = new ArrayList<>();
        xacts.run(() -> {
            items.insert("a");
            xacts.onCommit(() -> ran.add("first " + seen(items)));
            xacts.run(() -> xacts.onCommit(() -> ran.add("second")));
            xacts.onCommit(() -> ran.add("third"));
            assertThat(ran).as("ran before the commit").isEmpty();
        });

        assertThat(ran).containsExactly("first [a]", "second", "third");
    }

    @DisplayName("I7 I10 I16 no hook runs of a transaction that is rolled back, then or in the next one")
    public void rolledBack(Table items) throws Exception {
        List<String> ran = new ArrayList<>();
        assertThatThrownBy(() -> xacts.run(() -> {
                    items.insert("a");
                    xacts.onCommit(() -> ran.add("outer"));
                    xacts.run(() -> xacts.onCommit(() -> ran.add("nested")));
                    throw new RefusedException();
                }))
                .isInstanceOf(RefusedException.class);
        xacts.run(() -> items.insert("next"));

        assertThat(ran).isEmpty();
        assertThat(items.committed()).containsExactly("next");
    }

    @DisplayName(
            "I9 I11 I13 hooks of a scope that is rolled back are dropped, those inside it too; earlier and later ones run")
    public void nestedRolledBack(Table items) throws Exception {
        List<String> ran = new ArrayList<>();
        xacts.run(() -> {
            xacts.onCommit(() -> ran.add("earlier"));
            xacts.run(() -> {
                items.insert("undone");
                xacts.onCommit(() -> ran.add("dropped"));
                xacts.run(() -> xacts.onCommit(() -> ran.add("dropped with what is around it")));
                throw new Rollback();
            });
            xacts.onCommit(() -> ran.add("later"));
        });

        assertThat(ran).containsExactly("earlier", "later");
    }

    @DisplayName("I12 a merged scope's failure drops the hooks of the scope that it dooms")
    public void merged() {
        List<String> ran = new ArrayList<>();
        xacts.run(() -> {
            xacts.run(() -> {
                xacts.onCommit(() -> ran.add("of the scope around"));
                xacts.with().savepoint(false).run(() -> {
                    xacts.onCommit(() -> ran.add("of the merged scope"));
                    throw new Rollback();
                });
            });
            xacts.onCommit(() -> ran.add("outside"));
        });

        assertThat(ran).containsExactly("outside");
    }

    @DisplayName("I15 I18 a failing hook comes out, those behind it are dropped for good, the data stays committed")
    public void failing(Table items) throws Exception {
        List<String> ran = new ArrayList<>();
        IllegalStateException failure = new IllegalStateException("on purpose");
        assertThatThrownBy(() -> xacts.run(() -> {
                    items.insert("a");
                    xacts.onCommit(() -> ran.add("first"));
                    xacts.onCommit(() -> {
                        throw failure;
                    });
                    xacts.onCommit(() -> ran.add("behind"));
                }))
                .isSameAs(failure)
                .satisfies(thrown ->
                        assertThat(thrown.getSuppressed()).singleElement().isInstanceOf(XactCommittedException.class));
        xacts.run(() -> items.insert("next"));

        assertThat(ran).containsExactly("first");
        assertThat(items.committed()).containsExactly("a", "next");
    }

    @DisplayName(
            "I19 I20 I21 a hook reads, opens a scope that commits, and that scope's hooks run before the next outer one")
    public void scopesInHooks(Table items) throws Exception {
        List<String> ran = new ArrayList<>();
        xacts.run(() -> {
            items.insert("a");
            xacts.onCommit(() -> {
                ran.add("1 " + namesIn(items));
                xacts.run(() -> {
                    items.insertUnchecked("by hook");
                    xacts.onCommit(() -> ran.add("11 " + seen(items)));
                });
            });
            xacts.onCommit(() -> ran.add("2"));
        });

        assertThat(ran).containsExactly("1 [a]", "11 [a, by hook]", "2");
    }

    private static List<String> namesIn(Table items) {
        try {
            return items.names();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @DisplayName("I23 a hook that is null is refused at its registration")
    @SuppressWarnings("NullAway") // that is the case
    public void nullHook() {
        xacts.run(() -> assertThatThrownBy(() -> xacts.onCommit(null)).isInstanceOf(NullPointerException.class));
    }

    @DisplayName("I24 a hook is dropped by rolling back to any savepoint that was open at its registration")
    public void savepoints(Table items) {
        List<String> ran = new ArrayList<>();
        xacts.run(() -> {
            xacts.onCommit(() -> ran.add("before"));
            XactSavepoint savepoint = xacts.savepoint();
            xacts.run(() -> {
                items.insertUnchecked("undone");
                xacts.onCommit(() -> ran.add("since"));
            });
            xacts.rollbackTo(savepoint);
            xacts.onCommit(() -> ran.add("after"));
        });

        assertThat(ran).containsExactly("before", "after");
    }

    @DisplayName("I25 onRollback hooks run after the undo of their scope, newest first")
    public void onRollback(Table items) throws Exception {
        List<String> ran = new ArrayList<>();
        xacts.run(() -> {
            xacts.onRollback(() -> ran.add("never"));
            items.insert("outer");
            xacts.run(() -> {
                items.insert("inner");
                xacts.onRollback(() -> ran.add("older"));
                xacts.onRollback(() -> ran.add("newer"));
                throw new Rollback();
            });
            assertThat(ran).containsExactly("newer", "older");
            assertThat(items.names()).containsExactly("outer");
        });

        assertThat(ran).containsExactly("newer", "older");
    }
}
