// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.delivery;

/** A subscriber can't be told. Expected, so it has no stack trace. */
public class UndeliverableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final RejectReason reason;

    /**
     * A subscriber can't be told.
     *
     * @param reason why
     */
    public UndeliverableException(RejectReason reason) {
        super(reason.name(), null, true, false);
        this.reason = reason;
    }

    /**
     * Why.
     *
     * @return the reason
     */
    public RejectReason reason() {
        return reason;
    }
}
