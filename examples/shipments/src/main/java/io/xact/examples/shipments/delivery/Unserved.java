// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.delivery;

/**
 * A subscriber who can't be told.
 *
 * @param subscriptionId whose
 * @param reason why
 */
public record Unserved(long subscriptionId, RejectReason reason) {}
