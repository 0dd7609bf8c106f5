// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.imports;

import io.xact.examples.shipments.delay.Delay;
import io.xact.examples.shipments.json.JsonFields;

/**
 * A line of a file.
 *
 * @param reference which shipment
 * @param delay what happened to it
 */
record DelayEvent(String reference, Delay delay) {

    /**
     * Reads a line.
     *
     * @param line {@code {"eventId", "reference", "minutes", "reason"}}
     */
    static DelayEvent parse(String line) {
        JsonFields fields = JsonFields.parse(line);
        return new DelayEvent(fields.text("reference", 64), Delay.of(fields));
    }
}
