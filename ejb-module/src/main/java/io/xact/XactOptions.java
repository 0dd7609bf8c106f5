// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How {@link Xacts} is to run a scope: {@link Xact}'s members as a builder. Immutable and thread-safe: each method
 * answers with a changed copy, so one may be kept, shared, and nested in itself.
 *
 * <p>A contradiction ({@code requiresNew} without a savepoint, a negative timeout …) is refused with an
 * {@link XactDefinitionException} by the method that makes it.
 */
public abstract class XactOptions {

    /** For xact itself. */
    protected XactOptions() {}

    /**
     * Gives the scope a name for messages, which show the path of scopes: {@code importFile > line 17}.
     *
     * @param name what the scope does, in a word or two
     * @return a changed copy
     */
    public abstract XactOptions named(String name);

    /**
     * As {@link Xact#using}; replaces what was named before.
     *
     * @param jndiNames names of the data sources whose work the scope can undo on its own; none for all
     * @return a changed copy
     * @throws XactDefinitionException if there is no data source of such a name; it lists those that are known
     */
    public final XactOptions using(String... jndiNames) {
        return using(List.of(jndiNames));
    }

    /**
     * As {@link #using(String...)}.
     *
     * @param jndiNames names of the data sources whose work the scope can undo on its own; empty for all
     * @return a changed copy
     * @throws XactDefinitionException if there is no data source of such a name; it lists those that are known
     */
    public abstract XactOptions using(List<String> jndiNames);

    /**
     * As {@link Xact#savepoint}.
     *
     * @param savepoint {@code false} to merge into the scope around it
     * @return a changed copy
     */
    public abstract XactOptions savepoint(boolean savepoint);

    /**
     * As {@link Xact#durable}.
     *
     * @param durable {@code true} to refuse to nest
     * @return a changed copy
     */
    public abstract XactOptions durable(boolean durable);

    /**
     * As {@link Xact#requiresNew}.
     *
     * @param requiresNew {@code true} for a transaction of its own
     * @return a changed copy
     */
    public abstract XactOptions requiresNew(boolean requiresNew);

    /**
     * As {@link Xact#dontRollbackOn}; replaces what was listed before.
     *
     * @param exceptions classes of exceptions that let the scope commit, subclasses included
     * @return a changed copy
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // List.of copies the array
    public final XactOptions dontRollbackOn(Class<? extends Throwable>... exceptions) {
        return dontRollbackOn(List.of(exceptions));
    }

    /**
     * As {@link #dontRollbackOn(Class...)}.
     *
     * @param exceptions classes of exceptions that let the scope commit, subclasses included
     * @return a changed copy
     */
    public abstract XactOptions dontRollbackOn(List<Class<? extends Throwable>> exceptions);

    /**
     * As {@link Xact#timeoutSeconds}.
     *
     * @param timeout the JTA timeout of an outermost scope, in whole seconds; zero for the server's default
     * @return a changed copy
     */
    public abstract XactOptions timeout(Duration timeout);

    /**
     * As {@link Xact#retries}; not with {@link #begin}.
     *
     * @param retries how often an outermost scope is tried again; 0 for never
     * @return a changed copy
     */
    public abstract XactOptions retries(int retries);

    /**
     * Runs a block in such a scope.
     *
     * @param block what to run
     * @param <X> what it may throw
     * @throws X as {@link Xacts#run}
     */
    public abstract <X extends Throwable> void run(Block<X> block) throws X;

    /**
     * Runs work in such a scope.
     *
     * @param work what to run
     * @param <T> its result's type
     * @param <X> what it may throw
     * @return as {@link Xacts#call}
     * @throws X as {@link Xacts#call}
     */
    public abstract <T extends @Nullable Object, X extends Throwable> T call(Work<T, X> work) throws X;

    /**
     * Opens such a scope by hand.
     *
     * @return as {@link Xacts#begin}
     * @throws XactDefinitionException with {@code retries} or {@code dontRollbackOn}, which need a body to look at
     */
    public abstract XactScope begin();
}
