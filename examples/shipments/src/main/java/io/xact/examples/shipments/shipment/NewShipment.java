// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.shipment;

import io.xact.examples.shipments.json.JsonFields;
import java.util.List;

/**
 * A shipment to store.
 *
 * @param reference what the carrier calls it
 * @param route its stops, in order
 */
public record NewShipment(String reference, List<String> route) {

    /**
     * Reads what a caller sent.
     *
     * @param fields {@code reference} and {@code route}
     * @return the shipment
     */
    public static NewShipment of(JsonFields fields) {
        return new NewShipment(fields.text("reference", 64), fields.texts("route", 50, 100));
    }
}
