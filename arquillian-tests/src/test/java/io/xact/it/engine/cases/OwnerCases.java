// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactRolledBackException;
import io.xact.XactStateException;
import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.Jta;
import io.xact.it.engine.application.MethodScopes;
import io.xact.it.engine.application.OwnerBean;
import io.xact.it.engine.application.RefusedException;
import io.xact.it.engine.application.Table;
import io.xact.it.engine.application.Threads;
import io.xact.it.engine.application.TransactionalOwner;
import jakarta.ejb.EJBTransactionRolledbackException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Transaction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

/** With JTA, {@code @Transactional} and EJBs: others mark, own, suspend and end transactions. */
@ApplicationScoped
public class OwnerCases implements Cases {

    @Inject
    private Xacts xacts;

    @Inject
    private MethodScopes scopes;

    @Inject
    private TransactionalOwner owner;

    @Inject
    private OwnerBean ejb;

    @Inject
    private Jta jta;

    @Inject
    private Threads threads;

    @DisplayName(
            "Q7 while a transaction is about to complete, scopes nest in it and hooks register, its owner's and a scope's")
    public void whileCompleting(Table items) throws Exception {
        List<String> hooks = new ArrayList<>();
        jta.manager().begin();
        jta.beforeCompletion(() -> nestAndHook(items, "owner's", hooks));
        jta.manager().commit();
        xacts.run(() -> jta.beforeCompletion(() -> nestAndHook(items, "scope's", hooks)));

        assertThat(hooks).containsExactly("owner's", "scope's");
        assertThat(items.committed()).containsExactly("owner's", "scope's");
    }

    private void nestAndHook(Table items, String name, List<String> hooks) throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    items.insert("undone");
                    throw new RefusedException();
                }))
                .isInstanceOf(RefusedException.class);
        xacts.run(() -> items.insert(name));
        xacts.onCommit(() -> hooks.add(name));
    }

    @DisplayName("Q1 if somebody else has marked the transaction, the outermost scope says so")
    public void marked(Table items) throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    items.insert("a");
                    jta.manager().setRollbackOnly();
                }))
                .isInstanceOf(XactRolledBackException.class)
                .hasRootCauseMessage("setRollbackOnly called from:");

        assertThat(items.committed()).isEmpty();
    }

    @DisplayName("Q1 if an EJB that failed has marked it, the outermost scope says so, though the failure was caught")
    public void markedByEjb(Table items) throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    items.insert("a");
                    assertThatThrownBy(() -> ejb.required(() -> {
                                throw new IllegalStateException("on purpose");
                            }))
                            .isInstanceOf(EJBTransactionRolledbackException.class);
                }))
                .isInstanceOf(XactRolledBackException.class);

        assertThat(items.committed()).isEmpty();
    }

    @DisplayName("Q2 a merged scope's failure doesn't mark the JTA transaction before the outermost edge")
    public void unmarked(Table items) throws Exception {
        assertThatThrownBy(() -> xacts.run(() -> {
                    items.insert("a");
                    assertThatThrownBy(() -> scopes.merged(() -> {
                                throw new RefusedException();
                            }))
                            .isInstanceOf(RefusedException.class);
                    assertThat(jta.status()).isEqualTo(Status.STATUS_ACTIVE);
                }))
                .isInstanceOf(XactRolledBackException.class);
    }

    @DisplayName("Q4 requiresNew has a stack, hooks and an outcome of its own; afterwards the outer ones go on")
    public void requiresNew(Table items) throws Throwable {
        List<String> ran = new ArrayList<>();
        assertThatThrownBy(() -> xacts.run(() -> xacts.run(() -> {
                    items.insert("outer");
                    xacts.onCommit(() -> ran.add("outer"));
                    scopes.requiresNew(() -> {
                        assertThat(xacts.depth()).isEqualTo(1);
                        items.insert("new");
                        xacts.onCommit(() -> ran.add("new"));
                    });
                    assertThat(ran).containsExactly("new");
                    assertThat(xacts.depth()).isEqualTo(2);
                    items.insert("after");
                    throw new RefusedException();
                })))
                .isInstanceOf(RefusedException.class);

        assertThat(items.committed()).containsExactly("new");
        assertThat(ran).containsExactly("new");
    }

    @DisplayName("Q5 a transaction that is suspended, and resumed by another thread, keeps its scopes")
    public void resumedElsewhere(Table items) throws Exception {
        xacts.run(() -> {
            items.insert("outer");
            Transaction transaction = jta.manager().suspend();
            assertThat(xacts.depth()).isZero();
            threads.run(() -> {
                jta.manager().resume(transaction);
                assertThat(xacts.depth()).isEqualTo(1);
                xacts.run(() -> {
                    items.insert("undone");
                    xacts.setRollback(true);
                });
                items.insert("elsewhere");
                jta.manager().suspend();
            });
            jta.manager().resume(transaction);
            items.insert("after");
        });

        assertThat(items.committed()).containsExactly("after", "elsewhere", "outer");
    }

    @DisplayName("I22 Q6 hooks in a transaction of @Transactional run after its end, and can begin another")
    public void hooksOfOwner(Table items) throws Throwable {
        List<String> ran = new ArrayList<>();
        owner.transactional(() -> {
            items.insert("of the owner");
            xacts.onCommit(() -> {
                items.insertUnchecked("of the hook");
                xacts.run(() -> items.insertUnchecked("of the hook's scope"));
                ran.add("hook");
            });
            assertThat(ran).isEmpty();
        });

        assertThat(ran).containsExactly("hook");
        assertThat(items.committed()).containsExactly("of the hook", "of the hook's scope", "of the owner");
    }

    @DisplayName("I22 in a transaction that is marked for roll back a hook is refused")
    public void hookInMarkedTransaction() throws Exception {
        jta.manager().begin();
        try {
            jta.manager().setRollbackOnly();
            assertThatThrownBy(() -> xacts.onCommit(() -> {})).isInstanceOf(XactStateException.class);
        } finally {
            jta.manager().rollback();
        }
    }

    @DisplayName("Q10 @Xact stands inside @Transactional, whose transaction it nests in")
    public void insideTransactional(Table items) throws Throwable {
        owner.transactional(() -> {
            items.insert("outer");
            assertThatThrownBy(() -> owner.both(() -> {
                        assertThat(xacts.depth()).isEqualTo(1);
                        items.insert("inner");
                        throw new RefusedException();
                    }))
                    .isInstanceOf(RefusedException.class);
        });
        assertThatThrownBy(() -> owner.both(() -> {
                    items.insert("alone");
                    throw new RefusedException();
                }))
                .isInstanceOf(RefusedException.class);

        assertThat(items.committed()).containsExactly("outer");
    }

    @DisplayName("Q10 @Xact around @Transactional: both are one transaction")
    public void aroundTransactional(Table items) throws Throwable {
        assertThatThrownBy(() -> scopes.run(() -> {
                    owner.transactional(() -> items.insert("of @Transactional"));
                    throw new RefusedException();
                }))
                .isInstanceOf(RefusedException.class);
        scopes.run(() -> owner.transactional(() -> items.insert("kept")));

        assertThat(items.committed()).containsExactly("kept");
    }

    @DisplayName("Q10 @Xact on an EJB with the container's transactions nests in them")
    public void onEjb(Table items) throws Throwable {
        ejb.required(() -> {
            items.insert("outer");
            assertThatThrownBy(() -> ejb.xact(() -> {
                        assertThat(xacts.depth()).isEqualTo(1);
                        items.insert("inner");
                        throw new RefusedException();
                    }))
                    .isInstanceOf(RefusedException.class);
        });

        assertThat(items.committed()).containsExactly("outer");
    }
}
