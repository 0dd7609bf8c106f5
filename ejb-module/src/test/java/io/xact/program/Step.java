// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import java.util.stream.Stream;

/** One thing that a program does. */
public interface Step {

    /** Does it. */
    void play(Play play) throws Throwable;

    /** Steps that are simpler and might show the same. */
    default Stream<Step> plainer() {
        return Stream.of();
    }

    /** Writes it as a reader would like to read it. */
    void print(Text text);
}
