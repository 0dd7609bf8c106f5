// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform.hibernate;

import io.xact.internal.engine.ScopeListener;
import io.xact.internal.engine.ScopeStack;
import java.util.IdentityHashMap;
import java.util.Optional;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/**
 * Sessions that joined one transaction while marks were open in it, each as it was then. That is what it was at those marks,
 * as far as the transaction goes: until it joined it could write nothing. Used by the thread that has the transaction.
 */
final class LateSessions implements ScopeListener {

    private static final Object KEY = new Object();

    private final IdentityHashMap<Object, SessionNote> atJoining = new IdentityHashMap<>();

    private LateSessions() {}

    static LateSessions of(ScopeStack stack) {
        return stack.listener(KEY, created -> new LateSessions());
    }

    /** Its changes that are not queued yet are noted with it; those that are queued can't be. */
    void joined(SharedSessionContractImplementor session) {
        if (session instanceof SessionImplementor stateful) {
            if (!Contents.isEmpty(stateful) && Contents.canBeNoted(stateful)) {
                atJoining.put(session, SessionNote.of(stateful));
            }
            ReadOnlyCache.from(stateful);
        }
    }

    Optional<SessionNote> noteOf(Object session) {
        return Optional.ofNullable(atJoining.get(session));
    }
}
