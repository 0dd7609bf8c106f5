// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact;

import jakarta.ejb.ApplicationException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown in a scope to undo that scope, and swallowed at its edge: the code after the scope runs. May be subclassed.
 *
 * <p>The scope's result is the value given to {@link #returning}, or else {@code null}, zero, {@code false} or an empty
 * {@code Optional}. In a merged scope it travels on to the nearest scope with a savepoint; outside any scope it is an
 * ordinary exception. Only the thrown instance counts: one that is wrapped in another exception is an ordinary failure.
 * An EJB passes it on unwrapped and leaves the transaction unmarked (Jakarta Enterprise Beans 4.0, section 9.2.1).
 */
@ApplicationException(rollback = false)
public class Rollback extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The scope's result; not part of the serial form. */
    private final transient @Nullable Object value;

    /** Whether {@link #value} was given. */
    private final boolean valued;

    /** Rolls back the scope that it leaves. */
    public Rollback() {
        this(null);
    }

    /**
     * Rolls back the scope that it leaves.
     *
     * @param message for a reader of the log, where there is no scope to swallow it
     */
    public Rollback(@Nullable String message) {
        super(message);
        this.value = null;
        this.valued = false;
    }

    private Rollback(@Nullable Object value, boolean valued) {
        super("roll back and return a value");
        this.value = value;
        this.valued = valued;
    }

    /**
     * Rolls back the scope that it leaves, and gives that scope's result.
     *
     * @param value the result; where the intercepted method cannot return it, the scope's edge raises an
     *     {@link XactStateException} that names the method
     * @return the exception to throw
     */
    public static Rollback returning(@Nullable Object value) {
        return new Rollback(value, true);
    }

    /**
     * Whether a result was given.
     *
     * @return {@code true} for {@link #returning}
     */
    public boolean hasValue() {
        return valued;
    }

    /**
     * The scope's result.
     *
     * @return what {@link #returning} was given; {@code null} without it
     */
    public @Nullable Object value() {
        return value;
    }
}
