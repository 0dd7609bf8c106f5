// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has joined one transaction. Used by the thread that has the transaction; its end may come on the reaper's. */
final class Listeners {

    private final List<ScopeListener> inOrder = new ArrayList<>();
    private final IdentityHashMap<Object, ScopeListener> byKey = new IdentityHashMap<>();

    /** Something to tell a listener. */
    interface Message {
        void tell(ScopeListener listener) throws Exception;
    }

    void add(ScopeListener listener) {
        inOrder.add(listener);
    }

    @SuppressWarnings("unchecked")
    <L extends ScopeListener> L get(Object key, Supplier<L> factory) {
        ScopeListener found = byKey.get(key);
        if (found == null) {
            found = factory.get();
            byKey.put(key, found);
            inOrder.add(found);
        }
        return (L) found;
    }

    <L extends ScopeListener> Stream<L> ofType(Class<L> type) {
        return inOrder.stream().filter(type::isInstance).map(type::cast);
    }

    /** The newest listener first, so that hooks, which joined first, come after the databases. All are told. */
    void tellAll(Message message) throws Exception {
        Exception first = null;
        for (int i = inOrder.size() - 1; i >= 0; i--) {
            Exception failure = tell(inOrder.get(i), message);
            if (first == null) {
                first = failure;
            } else {
                Failures.suppress(first, failure);
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** The oldest listener first; each may bring in another one. */
    void beforeCompletion() throws Exception {
        for (int i = 0; i < inOrder.size(); i++) {
            inOrder.get(i).beforeCompletion();
        }
    }

    /** The newest listener first: the watch, which joined early, sees what is enlisted now. */
    void handOver() throws Exception {
        for (int i = inOrder.size() - 1; i >= 0; i--) {
            inOrder.get(i).handOver();
        }
    }

    void afterCompletion(boolean committed) {
        for (ScopeListener listener : inOrder) {
            Exception failure = tell(listener, told -> told.afterCompletion(committed));
            if (failure != null) {
                EngineLog.LOG.afterCompletionFailed(failure);
            }
        }
    }

    private static @Nullable Exception tell(ScopeListener listener, Message message) {
        try {
            message.tell(listener);
            return null;
        } catch (Exception e) {
            return e;
        }
    }
}
