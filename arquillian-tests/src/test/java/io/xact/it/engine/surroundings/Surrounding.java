// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.surroundings;

import io.xact.XactRolledBackException;
import jakarta.transaction.RollbackException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who owns the transaction that shapes are played in. */
public enum Surrounding {
    SCOPE("a scope", Ownership.OUR_SCOPE, XactRolledBackException.class),
    USER_TRANSACTION("UserTransaction", Ownership.FOREIGN, RollbackException.class),
    TRANSACTIONAL("@Transactional", Ownership.FOREIGN, null),
    EJB("EJB", Ownership.FOREIGN, null),
    NEIGHBOUR("a scope of another application with its own copy", Ownership.FOREIGN, RuntimeException.class);

    private final String title;
    private final Ownership ownership;
    private final @Nullable Class<? extends Throwable> doomed;

    Surrounding(String title, Ownership ownership, @Nullable Class<? extends Throwable> doomed) {
        this.title = title;
        this.ownership = ownership;
        this.doomed = doomed;
    }

    public Ownership ownership() {
        return ownership;
    }

    /** The behaviour that a test in these surroundings shows. */
    public String id() {
        return ownership == Ownership.OUR_SCOPE ? "F1" : "F2";
    }

    /** What comes out of an owner that would commit and can't; nothing where the platform rolls back in silence. */
    public Optional<Class<? extends Throwable>> doomed() {
        return Optional.ofNullable(doomed);
    }

    @Override
    public String toString() {
        return title;
    }
}
