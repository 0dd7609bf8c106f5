// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.delivery;

import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt.
 *
 * @param error what went wrong, in a few words; {@code null} if the subscriber took it
 */
public record Outcome(@Nullable String error) {

    /** The subscriber took it. */
    public static final Outcome DELIVERED = new Outcome(null);

    /**
     * An attempt in vain.
     *
     * @param error what went wrong, in a few words
     * @return the outcome
     */
    public static Outcome failed(String error) {
        return new Outcome(error);
    }
}
