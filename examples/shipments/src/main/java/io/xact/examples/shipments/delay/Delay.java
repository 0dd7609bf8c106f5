// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.delay;

import io.xact.examples.shipments.json.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a shipment.
 *
 * @param eventId the carrier's id of the event, which counts once; {@code null} for a delay that was reported by hand
 * @param minutes how long
 * @param reason why
 */
public record Delay(@Nullable String eventId, int minutes, String reason) {

    /**
     * Reads what a caller sent.
     *
     * @param fields {@code minutes}, {@code reason} and, where there is one, {@code eventId}
     * @return the delay; whether its minutes make sense is the database's to say
     */
    public static Delay of(JsonFields fields) {
        return new Delay(fields.optionalText("eventId", 64), fields.number("minutes"), fields.text("reason", 500));
    }
}
