// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A scope's definition.
 *
 * @param how how it is opened and ended
 * @param propagation what it does about what is around it
 * @param using the one database that it names; {@code null} for all
 * @param lists whether it lists {@link Thrown.Listed} as an exception that lets it commit
 * @param retries how often it is tried again
 */
record ScopeShape(
        How how, Propagation propagation, @Nullable Db using, boolean lists, int retries) {

    enum How {
        LAMBDA,
        METHOD,
        CLASS,
        BEGUN_AND_COMMITTED,
        BEGUN_AND_CLOSED,
        BEGUN_FAILED_AND_COMMITTED,
        BEGUN_FAILED_AND_CLOSED;

        boolean isBegun() {
            return compareTo(BEGUN_AND_COMMITTED) >= 0;
        }

        boolean isFailed() {
            return compareTo(BEGUN_FAILED_AND_COMMITTED) >= 0;
        }

        boolean isCommitted() {
            return this == BEGUN_AND_COMMITTED || this == BEGUN_FAILED_AND_COMMITTED;
        }
    }

    enum Propagation {
        NEST,
        MERGE,
        NEW,
        DURABLE
    }

    static ScopeShape of(How how) {
        return new ScopeShape(how, Propagation.NEST, null, false, 0);
    }

    ScopeShape with(Propagation other) {
        return new ScopeShape(how, other, using, lists, retries);
    }

    ScopeShape using(Db db) {
        return new ScopeShape(how, propagation, db, lists, retries);
    }

    ScopeShape listing() {
        return new ScopeShape(how, propagation, using, true, retries);
    }

    ScopeShape retrying(int times) {
        return new ScopeShape(how, propagation, using, lists, times);
    }

    /** One step nearer to a scope with all defaults. */
    Stream<ScopeShape> plainer() {
        return Stream.of(
                        ScopeShape.of(How.LAMBDA),
                        new ScopeShape(How.LAMBDA, propagation, using, lists, retries),
                        with(Propagation.NEST),
                        new ScopeShape(how, propagation, null, lists, retries),
                        new ScopeShape(how, propagation, using, false, retries),
                        retrying(Math.max(0, retries - 1)))
                .filter(shape -> !shape.equals(this));
    }

    boolean covers(Db db) {
        return using == null || using == db;
    }

    /** What the scope is an example of. */
    Set<Construct> constructs(boolean inScope) {
        List<Construct> constructs = new ArrayList<>();
        switch (propagation) {
            case NEST -> add(constructs, inScope, Construct.NESTED_SCOPE);
            case MERGE -> add(constructs, inScope, Construct.MERGED_SCOPE);
            case NEW -> constructs.add(Construct.NEW_TRANSACTION);
            case DURABLE -> constructs.add(Construct.DURABLE_SCOPE);
        }
        add(constructs, using != null, Construct.SCOPE_USING_ONE_DATABASE);
        add(constructs, lists, Construct.SCOPE_THAT_LISTS_EXCEPTIONS);
        add(constructs, retries > 0, Construct.SCOPE_WITH_RETRIES);
        add(constructs, how == How.METHOD || how == How.CLASS, Construct.SCOPE_BY_ANNOTATION);
        add(constructs, how == How.BEGUN_AND_COMMITTED, Construct.BEGUN_AND_COMMITTED);
        add(constructs, how == How.BEGUN_AND_CLOSED, Construct.BEGUN_AND_CLOSED);
        add(constructs, how.isFailed(), Construct.BEGUN_AND_FAILED);
        return Set.copyOf(constructs);
    }

    private static void add(List<Construct> constructs, boolean applies, Construct construct) {
        if (applies) {
            constructs.add(construct);
        }
    }

    @Override
    public String toString() {
        return how.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                + (propagation == Propagation.NEST
                        ? ""
                        : ", " + propagation.name().toLowerCase(java.util.Locale.ROOT))
                + (using == null ? "" : ", using " + using)
                + (lists ? ", lists Listed" : "")
                + (retries == 0 ? "" : ", retries " + retries);
    }
}
