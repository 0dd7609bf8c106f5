// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.failure;

/** What {@code ?fail=} makes fail. */
public enum FailingStep {
    /** The outermost scope, after all its work. */
    OUTER,
    /** The first nested scope, after its rows and messages. */
    NESTED,
    /** The commit. */
    COMMIT
}
