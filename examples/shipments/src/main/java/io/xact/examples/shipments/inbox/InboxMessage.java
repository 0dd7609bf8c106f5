// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.inbox;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A webhook that came in.
 *
 * @param deliveryId its {@code X-Delivery-Id}; {@code null} where it had none
 * @param receivedAt when it came first
 * @param body what it said
 */
public record InboxMessage(@Nullable String deliveryId, Instant receivedAt, JsonObject body) {}
