// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The transaction ended otherwise than it was asked to, or its end is not known: some branches may be committed and
 * others rolled back (Jakarta Transactions 2.0, section 3.2.3). Hooks and held messages have not run.
 */
public class HeuristicOutcomeException extends XactException {

    private static final long serialVersionUID = 1L;

    /** How the transaction ended, as far as the transaction manager knows. */
    public enum Outcome {
        /** Some branches are committed, others rolled back. */
        MIXED,
        /** All branches are rolled back, though a commit was asked for and decided. */
        ROLLED_BACK,
        /** All branches are committed, though a roll back was asked for. */
        COMMITTED,
        /** The answer to the commit was lost. */
        UNKNOWN
    }

    /** The outcome. */
    private final Outcome outcome;

    /**
     * Made by xact.
     *
     * @param message what was tried, on what, what was found and what to do
     * @param outcome how the transaction ended
     * @param cause the transaction manager's exception
     */
    public HeuristicOutcomeException(String message, Outcome outcome, @Nullable Throwable cause) {
        super(message, cause);
        this.outcome = Objects.requireNonNull(outcome, "outcome");
    }

    /**
     * How the transaction ended.
     *
     * @return the outcome, as far as it is known
     */
    public Outcome outcome() {
        return outcome;
    }
}
