// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.summary;

/**
 * How many rows there are.
 *
 * @param shipments of them
 * @param delayMinutes the sum of all shipments' delays
 * @param subscriptions of them
 * @param alerts of them
 * @param pending deliveries to be tried
 * @param delivered deliveries that were taken
 * @param failed deliveries that were given up
 */
public record Summary(
        long shipments,
        long delayMinutes,
        long subscriptions,
        long alerts,
        long pending,
        long delivered,
        long failed) {}
