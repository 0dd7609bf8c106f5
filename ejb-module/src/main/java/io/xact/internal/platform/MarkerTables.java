// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tables of the data sources that Narayana takes for commit-markable ones. It copies the list when its classes are loaded,
 * and what the server's configuration says since then, or after a reload, counts for nothing: so the copies are asked, which
 * are private. Thread-safe.
 */
final class MarkerTables {

    private static final String RECORD =
            "com.arjuna.ats.internal.jta.resources.arjunacore.CommitMarkableResourceRecord";

    private final Map<String, Optional<String>> byName = new ConcurrentHashMap<>();

    /** That of a data source; empty for one that is not listed. */
    Optional<String> of(Object narayana, String dataSource) {
        return byName.computeIfAbsent(dataSource, name -> find(narayana, name));
    }

    private static Optional<String> find(Object narayana, String dataSource) {
        return PrivateFields.value(narayana, "commitMarkableResourceJNDINames") instanceof Collection<?> names
                        && names.contains(dataSource)
                ? tableOf(narayana.getClass().getClassLoader(), dataSource)
                : Optional.empty();
    }

    private static Optional<String> tableOf(ClassLoader narayana, String dataSource) {
        try {
            Class<?> record = Class.forName(RECORD, true, narayana);
            return PrivateFields.staticValue(record, "commitMarkableResourceTableNameMap") instanceof Map<?, ?> tables
                            && tables.get(dataSource) instanceof String table
                    ? Optional.of(table)
                    : Optional.ofNullable((String) PrivateFields.staticValue(record, "defaultTableName"));
        } catch (ClassNotFoundException notOfThisKind) {
            return Optional.empty();
        }
    }
}
