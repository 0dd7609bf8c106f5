// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.cdi;

import io.xact.OnCommit;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * A place that wants something with {@link OnCommit}.
 *
 * @param qualifier what the annotation says
 * @param type what is wanted
 * @param origin the place, for messages
 */
record OnCommitPoint(OnCommit qualifier, Type type, String origin) {

    /** An injection point, if it has the qualifier. */
    static Optional<OnCommitPoint> of(InjectionPoint point) {
        return qualifierOf(point)
                .map(qualifier -> new OnCommitPoint(
                        qualifier, point.getType(), point.getMember().toString()));
    }

    private static Optional<OnCommit> qualifierOf(InjectionPoint point) {
        return point.getQualifiers().stream()
                .filter(OnCommit.class::isInstance)
                .map(OnCommit.class::cast)
                .findFirst();
    }

    boolean isForExecutor() {
        return type == Executor.class;
    }

    /** What is injected, or selected, just now. */
    static OnCommit qualifierOf(Instance<Object> instance) {
        return qualifierOf(instance.select(InjectionPoint.class).get()).orElse(OnCommit.Literal.DEFAULT);
    }

    /** The same, to be passivated. */
    static OnCommit.Literal literal(OnCommit qualifier) {
        return OnCommit.Literal.of(qualifier.connectionFactory(), qualifier.mode());
    }
}
