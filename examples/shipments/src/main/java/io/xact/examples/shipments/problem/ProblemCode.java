// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.problem;

/** Why something was not done. The same codes stand in error answers and in the list of an import's rejected lines. */
public enum ProblemCode {
    /** The input has not the form that is documented. */
    MALFORMED(400),
    /** The input broke off. */
    UNREADABLE(400),
    /** The input breaks a rule of the database. */
    CONSTRAINT(400),
    /** {@code ?fail=} was given, and isn't listened to. */
    NOT_ENABLED(400),
    /** There is no such shipment. */
    UNKNOWN_SHIPMENT(404),
    /** There is no such subscription. */
    UNKNOWN_SUBSCRIPTION(404),
    /** The shipment's reference is taken. */
    DUPLICATE_REFERENCE(409),
    /** The event was stored before. */
    DUPLICATE_EVENT(409),
    /** A body or a line is longer than its bound. */
    TOO_LONG(413),
    /** A file has more lines than are taken in one transaction. */
    TOO_MANY_LINES(413),
    /** The caller asked for a failure. */
    INJECTED_FAILURE(500),
    /** The transaction could not be committed; nothing was kept. */
    ROLLED_BACK(500),
    /** The transaction's outcome is not known or mixed. */
    OUTCOME_UNKNOWN(500),
    /** Anything else that went wrong here. */
    INTERNAL(500),
    /** Others held what was needed for too long, or it took too long; nothing was kept. */
    BUSY(503);

    private final int httpStatus;

    ProblemCode(int httpStatus) {
        this.httpStatus = httpStatus;
    }

    /**
     * As an answer.
     *
     * @return the HTTP status
     */
    public int httpStatus() {
        return httpStatus;
    }
}
