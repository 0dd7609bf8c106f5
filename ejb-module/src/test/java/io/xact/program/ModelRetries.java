// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import io.xact.XactCommittedException;
import io.xact.program.ScopeShape.Propagation;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tries outermost scopes again whose failure may pass and of which nothing was kept. */
final class ModelRetries {

    private final ModelThread thread;

    ModelRetries(ModelThread thread) {
        this.thread = thread;
    }

    /** One attempt; it tells of the scope that it has entered. */
    interface Attempt {
        @Nullable Object in(List<ModelScope> scopes) throws Throwable;
    }

    @Nullable Object call(ScopeShape shape, Attempt attempt) throws Throwable {
        boolean outermost = shape.propagation() == Propagation.NEW || thread.transaction() == null;
        int left = outermost ? shape.retries() : 0;
        for (; ; left--) {
            List<ModelScope> scopes = new ArrayList<>();
            try {
                return attempt.in(scopes);
            } catch (Throwable t) {
                if (left == 0 || !passes(t) || isKept(scopes, t)) {
                    throw t;
                }
            }
        }
    }

    private static boolean isKept(List<ModelScope> scopes, Throwable thrown) {
        return scopes.stream().anyMatch(ModelScope::isCommitted)
                || suppresses(thrown, XactCommittedException.class); // a failing hook is never retried
    }

    private static boolean suppresses(Throwable thrown, Class<? extends Throwable> type) {
        return Arrays.stream(thrown.getSuppressed()).anyMatch(type::isInstance);
    }

    /** Whether a serialization failure is among causes and suppressed exceptions. */
    private static boolean passes(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>(List.of(thrown));
        while (!open.isEmpty()) {
            Throwable next = open.remove();
            if (next instanceof SQLException sql && "40001".equals(sql.getSQLState())) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(Arrays.asList(next.getSuppressed()));
                if (next.getCause() != null) {
                    open.add(next.getCause());
                }
            }
        }
        return false;
    }
}
