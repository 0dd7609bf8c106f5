// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.surroundings;

/** What the owner does in the end. */
public enum Ending {
    COMMIT,
    ROLL_BACK
}
