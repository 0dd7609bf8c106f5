// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import java.util.Arrays;
import java.util.stream.Stream;

/** Lists in a text. */
final class Words {

    private Words() {}

    /** What stands between commas and blanks, in order. */
    static Stream<String> of(String text) {
        return Arrays.stream(text.split("[,\\s]+", -1)).filter(word -> !word.isEmpty());
    }
}
