// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.delivery;

import java.util.List;

/**
 * What came of an alert.
 *
 * @param queued how many deliveries were queued
 * @param unserved whose were not
 */
public record Dispatched(int queued, List<Unserved> unserved) {}
