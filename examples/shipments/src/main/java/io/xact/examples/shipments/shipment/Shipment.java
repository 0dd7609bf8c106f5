// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.shipment;

import java.util.List;

/**
 * A shipment on its way.
 *
 * @param id given by the database
 * @param reference what the carrier calls it
 * @param route its stops, in order
 * @param delayMinutes the sum of its delays
 */
public record Shipment(long id, String reference, List<String> route, int delayMinutes) {}
