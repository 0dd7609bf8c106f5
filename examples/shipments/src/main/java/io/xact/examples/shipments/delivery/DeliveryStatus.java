// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.delivery;

/** How far a delivery is; the names are the column's. */
public enum DeliveryStatus {
    /** To be tried, or to be tried again. */
    PENDING,
    /** The subscriber took it. */
    DELIVERED,
    /** Tried as often as is allowed, in vain. */
    FAILED
}
