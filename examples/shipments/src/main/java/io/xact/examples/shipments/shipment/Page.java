// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.shipment;

import io.xact.examples.shipments.problem.ProblemCode;
import io.xact.examples.shipments.problem.RefusedException;

/**
 * A part of a list.
 *
 * @param limit how many at most
 * @param offset how many to leave out
 */
public record Page(int limit, int offset) {

    private static final int MAX_LIMIT = 500;
    private static final int MAX_OFFSET = 999_999_999;

    /**
     * Reads what a caller asks for.
     *
     * @param limit 0 to 500
     * @param offset 0 and more
     * @return the page
     */
    static Page of(String limit, String offset) {
        return new Page(number("limit", limit, MAX_LIMIT), number("offset", offset, MAX_OFFSET));
    }

    private static int number(String name, String text, int most) {
        // nine digits fit, whatever they are
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) > most) {
            throw new RefusedException(ProblemCode.MALFORMED, "'" + name + "' must be a number from 0 to " + most);
        }
        return Integer.parseInt(text);
    }
}
