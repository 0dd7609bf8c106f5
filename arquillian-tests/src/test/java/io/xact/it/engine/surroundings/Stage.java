// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.surroundings;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.Xacts;
import io.xact.it.engine.application.ClassScopes;
import io.xact.it.engine.application.MethodScopes;
import io.xact.it.engine.application.RefusedException;
import io.xact.it.engine.application.Step;
import io.xact.it.engine.application.Table;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.util.List;

/**
 * What a shape plays on.
 *
 * @param xacts scopes by lambdas and by hand
 * @param scopes scopes by methods
 * @param classScopes scopes by the methods of a class
 * @param manager JTA's
 * @param items the table, for what is not the same by every kind of work
 * @param work the kind
 * @param store where rows are written to by this kind
 * @param surrounding who owns the transaction
 */
public record Stage(
        Xacts xacts,
        MethodScopes scopes,
        ClassScopes classScopes,
        TransactionManager manager,
        Table items,
        Work work,
        Store store,
        Surrounding surrounding) {

    public void insert(String name) throws Exception {
        store.insert(name);
    }

    /** The names that the transaction sees. */
    public List<String> names() throws Exception {
        return store.names();
    }

    public boolean isForeign() {
        return surrounding.ownership() == Ownership.FOREIGN;
    }

    /** JTA's status. */
    public int status() {
        try {
            return manager.getStatus();
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many scopes are around the shape. */
    public int depthAround() {
        return isForeign() ? 0 : 1;
    }

    /** Whether a failure of each statement is seen, and a doomed scope can refuse the next. */
    public boolean seesStatements() {
        return work == Work.GUARDED;
    }

    /** A scope that does its work and fails, and whose failure is caught. */
    public void failing(Step work) {
        RefusedException failure = new RefusedException();
        assertThatThrownBy(() -> scopes.run(() -> {
                    work.run();
                    throw failure;
                }))
                .isSameAs(failure);
    }

    /** The same merged. */
    public void failingMerged(Step work) {
        RefusedException failure = new RefusedException();
        assertThatThrownBy(() -> scopes.merged(() -> {
                    work.run();
                    throw failure;
                }))
                .isSameAs(failure);
    }
}
