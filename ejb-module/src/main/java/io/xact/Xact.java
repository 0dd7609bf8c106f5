// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a method in a scope: a JTA transaction where there is none, and otherwise a part of the transaction that can be
 * undone alone. What returns normally is kept; what leaves by an exception (unchecked, checked or {@code Error}) is
 * undone, and the same exception instance comes out.
 *
 * <p><strong>A call by {@code this} is not intercepted.</strong> {@code this.inner()} inside the same bean runs without a
 * scope of its own, as with every CDI interceptor: use {@link Xacts} there. A class-level {@code @Xact} does not make
 * its class a bean: give it a scope annotation too. A method's {@code @Xact} replaces its class's.
 *
 * <table class="striped">
 * <caption>What a call finds, and what it does</caption>
 * <thead><tr><th></th><th>no transaction</th><th>active, by a scope</th><th>active, by a foreign owner</th>
 * <th>doomed or marked for roll back</th></tr></thead>
 * <tbody>
 * <tr><th>{@code @Xact}</th><td>begins one, commits or rolls back</td><td>nests: savepoints</td>
 * <td>nests: savepoints; nothing is committed or rolled back by us</td><td>runs, without a savepoint</td></tr>
 * <tr><th>{@code savepoint = false}</th><td>begins one</td><td>merges: a failure dooms the nearest scope that has a
 * savepoint</td><td>merges: a failure marks the transaction</td><td>runs, merged</td></tr>
 * <tr><th>{@code durable = true}</th><td>begins one</td><td>{@link XactStateException}</td>
 * <td>{@link XactStateException}</td><td>{@link XactStateException}</td></tr>
 * <tr><th>{@code requiresNew = true}</th><td>begins one</td><td>suspends it, begins one, resumes it</td>
 * <td>the same</td><td>the same</td></tr>
 * </tbody>
 * </table>
 *
 * <p>A savepoint covers the work on its own database connections. Hooks follow the scope by our doing; nothing else (a
 * file, a field of a bean, a message sent by hand) does.
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Xact {

    /**
     * The data sources whose work this scope can undo on its own. If it fails after it touched one that is not named
     * here (asked for a connection of it), the whole transaction is doomed, and says so. Hooks follow the scope always.
     *
     * @return JNDI names; empty for all data sources
     */
    @Nonbinding
    String[] using() default {};

    /**
     * Whether a nested scope can be undone alone. {@code false} merges it into the scope around it: a failure here dooms
     * the nearest enclosing scope that has a savepoint.
     *
     * @return {@code true} for a savepoint
     */
    @Nonbinding
    boolean savepoint() default true;

    /**
     * Whether the scope must be outermost, so that what it did is durable when it returns. Refused with an
     * {@link XactStateException}, before any work, inside another scope or a foreign transaction.
     *
     * @return {@code true} to refuse to nest
     */
    @Nonbinding
    boolean durable() default false;

    /**
     * Whether to suspend what is there and begin a transaction of its own, with a stack of scopes of its own. What is
     * suspended is resumed on every path.
     *
     * @return {@code true} for a transaction of its own
     */
    @Nonbinding
    boolean requiresNew() default false;

    /**
     * Exceptions that leave the scope and let it commit. It does not lift a doom: a scope in which a statement failed, or
     * whose flag was set, is rolled back all the same, and an {@link XactRolledBackException} suppressed on the exception
     * says so. {@link Rollback} can't be listed.
     *
     * @return classes of exceptions, their subclasses included
     */
    @Nonbinding
    Class<? extends Throwable>[] dontRollbackOn() default {};

    /**
     * The JTA timeout of an outermost scope. Ignored, with a warning, inside somebody's transaction.
     *
     * @return seconds; 0 for the server's default
     */
    @Nonbinding
    int timeoutSeconds() default 0;

    /**
     * How often an outermost scope is tried again after a serialization failure or a deadlock (SQLState 40001, 40P01 and
     * the vendors' equals, also at prepare and commit), each time in a new transaction, after a pause that grows and has
     * jitter. Nothing of a failed attempt is kept, no hook of it runs. On a scope that turns out nested it does nothing.
     *
     * @return retries after the first attempt; 0 for none
     */
    @Nonbinding
    int retries() default 0;
}
