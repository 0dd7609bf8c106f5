// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.subscription;

/**
 * Somebody who wants to be told.
 *
 * @param id given by the database
 * @param url where to post
 * @param minMinutes the smallest delay to be told of
 */
public record Subscription(long id, String url, int minMinutes) {}
