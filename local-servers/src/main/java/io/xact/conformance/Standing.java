// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.conformance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a behaviour is built. */
enum Standing {
    /** Built: it has to have tests, and they have to pass. */
    REQUIRED,

    /** To be built; it may have tests of what is there already. */
    LATER,

    /** Not to be built, by decision. */
    DECLINED;

    static Optional<Standing> named(String name) {
        return Arrays.stream(values())
                .filter(standing -> standing.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
