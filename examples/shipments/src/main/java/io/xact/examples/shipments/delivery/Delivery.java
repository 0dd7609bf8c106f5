// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.delivery;

/**
 * One alert for one subscriber.
 *
 * @param id also the webhook's {@code X-Delivery-Id}
 * @param status how far it is
 * @param url where to post
 * @param alertId what is told
 * @param reference of the shipment
 * @param minutes the delay
 * @param reason its reason
 */
public record Delivery(
        long id, DeliveryStatus status, String url, long alertId, String reference, int minutes, String reason) {}
