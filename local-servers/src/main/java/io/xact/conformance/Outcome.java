// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.conformance;

import java.util.Locale;
import org.junit.platform.engine.TestExecutionResult;

/** How a test ended; the worst comes last. */
enum Outcome {
    PASSED,
    SKIPPED,
    FAILED;

    static Outcome of(TestExecutionResult.Status status) {
        return switch (status) {
            case SUCCESSFUL -> PASSED;
            case ABORTED -> SKIPPED;
            case FAILED -> FAILED;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
