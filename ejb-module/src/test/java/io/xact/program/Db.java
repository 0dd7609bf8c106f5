// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import io.xact.support.Surroundings;
import java.util.Locale;

/** The two databases that a program writes to. */
enum Db {
    ORDERS(Surroundings.ORDERS),
    AUDIT(Surroundings.AUDIT);

    private final String jndiName;

    Db(String jndiName) {
        this.jndiName = jndiName;
    }

    String jndiName() {
        return jndiName;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
