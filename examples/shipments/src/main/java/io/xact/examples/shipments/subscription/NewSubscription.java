// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.subscription;

import io.xact.examples.shipments.json.JsonFields;

/**
 * A subscription to store. Its address is not judged before there is something to send: that is a part of the example.
 *
 * @param url where to post
 * @param minMinutes the smallest delay to be told of
 */
public record NewSubscription(String url, int minMinutes) {

    /**
     * Reads what a caller sent.
     *
     * @param fields {@code url} and {@code minMinutes}
     * @return the subscription
     */
    public static NewSubscription of(JsonFields fields) {
        return new NewSubscription(fields.text("url", 2000), fields.number("minMinutes"));
    }
}
