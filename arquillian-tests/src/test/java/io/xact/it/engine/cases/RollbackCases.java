// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.Rollback;
import io.xact.XactRolledBackException;
import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.MethodScopes;
import io.xact.it.engine.application.OwnerBean;
import io.xact.it.engine.application.Sql;
import io.xact.it.engine.application.Table;
import io.xact.it.engine.application.TransactionalOwner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

/** {@link Rollback}, and what is caught inside. */
@ApplicationScoped
public class RollbackCases implements Cases {

    @Inject
    private Xacts xacts;

    @Inject
    private MethodScopes scopes;

    @Inject
    private OwnerBean ejb;

    @Inject
    private TransactionalOwner owner;

    private static final class OwnRollback extends Rollback {
        private static final long serialVersionUID = 1L;
    }

    @DisplayName(
            "K1 K6 a Rollback, or a subclass, rolls the outermost scope back with its hooks, and is swallowed there")
    public void outermost(Table items) throws Throwable {
        List<String> hooks = new ArrayList<>();
        for (Rollback rollback : List.of(new Rollback(), new OwnRollback())) {
            scopes.run(() -> {
                items.insert("a");
                xacts.onCommit(() -> hooks.add("ran"));
                throw rollback;
            });
        }

        assertThat(items.committed()).isEmpty();
        assertThat(hooks).isEmpty();
    }

    @DisplayName("K2 out of a nested scope it undoes that scope alone")
    public void nested(Table items) throws Throwable {
        scopes.run(() -> {
            items.insert("outer");
            scopes.run(() -> {
                items.insert("inner");
                throw new Rollback();
            });
            items.insert("after");
        });

        assertThat(items.committed()).containsExactly("after", "outer");
    }

    @DisplayName("K3 only the scope that it leaves first swallows it; thrown again, it acts on the next")
    public void thrownAgain(Table items) throws Exception {
        Rollback rollback = new Rollback();
        xacts.run(() -> {
            items.insert("outer");
            xacts.run(() -> {
                items.insert("middle");
                xacts.run(() -> {
                    throw rollback;
                });
                throw rollback;
            });
            items.insert("after");
        });

        assertThat(items.committed()).containsExactly("after", "outer");
    }

    @DisplayName("K4 the caller gets null, zero, an empty Optional, or what Rollback.returning was given")
    public void results() {
        assertThat(scopes.rolledBackInt()).isZero();
        assertThat(scopes.rolledBackObject()).isNull();
        assertThat(scopes.rolledBackOptional()).isEmpty();
        assertThat(scopes.rolledBackReturning("given")).isEqualTo("given");
    }

    @DisplayName("K5 outside any scope it is an ordinary exception")
    public void outside() {
        Rollback rollback = new Rollback();

        assertThatThrownBy(() -> owner.transactional(() -> {
                    throw rollback;
                }))
                .isSameAs(rollback);
    }

    @DisplayName("K7 from a merged scope it travels on to the nearest scope with a savepoint")
    public void merged(Table items) throws Throwable {
        xacts.run(() -> {
            items.insert("outer");
            xacts.run(() -> {
                items.insert("nested");
                scopes.merged(() -> {
                    throw new Rollback();
                });
                throw new AssertionError("came back from the merged scope");
            });
            items.insert("after");
        });

        assertThat(items.committed()).containsExactly("after", "outer");
    }

    @DisplayName("K8 an EJB passes it on unwrapped; as a cause of something else it is an ordinary failure")
    public void throughAnEjb(Table items) throws Throwable {
        xacts.run(() -> {
            items.insert("outer");
            xacts.run(() -> ejb.required(() -> {
                items.insert("inner");
                throw new Rollback();
            }));
            assertThatThrownBy(() -> xacts.run(() -> {
                        throw new IllegalStateException(new Rollback());
                    }))
                    .isInstanceOf(IllegalStateException.class);
            items.insert("after");
        });

        assertThat(items.committed()).containsExactly("after", "outer");
    }

    @DisplayName("K9 plain SQL that xact doesn't see is committed with a scope that wrote nothing else")
    public void plainSql(Table items) throws Exception {
        xacts.run(() -> Sql.execute(items.unguarded(), "INSERT INTO item (name) VALUES ('plain')"));

        assertThat(items.committed()).containsExactly("plain");
    }

    @DisplayName("K11 a failed statement that is caught inside the scope dooms it")
    public void caughtInside(Table items) throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    items.insert("a");
                    assertThatThrownBy(() -> items.insert("a")).isInstanceOf(SQLException.class);
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasCauseInstanceOf(SQLException.class);

        assertThat(items.committed()).isEmpty();
    }

    @DisplayName(
            "K12 in a transaction of @Transactional or of an EJB it undoes its savepoint, and leaves the rest alone")
    public void foreign(Table items) throws Throwable {
        owner.transactional(() -> {
            items.insert("outer");
            scopes.run(() -> {
                items.insert("inner");
                throw new Rollback();
            });
        });
        ejb.required(() -> {
            items.insert("outer of an EJB");
            scopes.run(() -> {
                items.insert("inner");
                throw new Rollback();
            });
        });

        assertThat(items.committed()).containsExactly("outer", "outer of an EJB");
    }
}
