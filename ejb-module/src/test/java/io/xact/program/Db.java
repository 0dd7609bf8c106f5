// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import java.util.Locale;

/** The two databases that a program writes to. */
public enum Db {
    ORDERS,
    AUDIT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
