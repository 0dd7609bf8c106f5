// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import java.util.List;

/** The names of data sources that scopes may use. */
@FunctionalInterface
public interface SourceNames {

    /**
     * Refuses names that nothing is known by.
     *
     * @param origin who uses them, for a message to the developer
     * @param names the names
     * @throws io.xact.XactDefinitionException if one is not known; it lists those that are
     */
    void requireKnown(String origin, List<String> names);
}
