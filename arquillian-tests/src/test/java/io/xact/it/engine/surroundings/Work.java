// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.surroundings;

import java.util.Locale;

/** How rows are written and read. */
public enum Work {
    /** On a guarded data source. */
    GUARDED,
    /** On the container's own, which xact doesn't see. */
    UNGUARDED,
    /** On both in turn: two handles of one connection, of which xact sees one. */
    JDBC,
    /** By an entity manager. */
    JPA,
    /** By all three in turn. */
    MIXED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
