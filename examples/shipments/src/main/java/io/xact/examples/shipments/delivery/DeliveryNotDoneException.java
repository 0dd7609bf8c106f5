// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.delivery;

import jakarta.ejb.ApplicationException;

/**
 * Makes the broker deliver a message again, and put it aside in the end. An application exception, so that the container
 * doesn't report each attempt as an error of its own.
 */
@ApplicationException(rollback = false)
public class DeliveryNotDoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * The message is to come again.
     *
     * @param message why
     */
    public DeliveryNotDoneException(String message) {
        super(message, null, true, false);
    }
}
