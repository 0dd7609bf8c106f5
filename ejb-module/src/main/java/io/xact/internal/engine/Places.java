// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import java.lang.StackWalker.StackFrame;
import java.util.Set;
import java.util.stream.Stream;

/** Where in the user's code something happens. */
final class Places {

    private static final StackWalker WALKER = StackWalker.getInstance();

    /** What stands between the user's code and the engine: our beans, and proxies that a container makes of them. */
    private static final Set<String> OURS = Set.of("io.xact.internal.", "io.xact.Xact", "org.jboss.weld.");

    private Places() {}

    /** The innermost frame that is neither ours nor the container's. */
    static String ofCaller() {
        return WALKER.walk(Places::firstOfUser);
    }

    private static String firstOfUser(Stream<StackFrame> frames) {
        return frames.filter(frame -> OURS.stream().noneMatch(frame.getClassName()::startsWith))
                .findFirst()
                .map(frame -> frame.toStackTraceElement().toString())
                .orElse("an unknown place");
    }
}
