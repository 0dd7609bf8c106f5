// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.config;

import java.util.Locale;
import java.util.Optional;

/** Settings by name: a system property, or an environment variable spelled as MicroProfile Config spells it. */
public final class Settings {

    private static final String DATASOURCE = "xact.datasource";
    private static final String DEFAULT_DATASOURCE = "java:comp/DefaultDataSource";

    private Settings() {}

    /**
     * The data source that is meant where none is named.
     *
     * @return {@code xact.datasource}, by default the platform's
     */
    public static String defaultDataSource() {
        return get(DATASOURCE).orElse(DEFAULT_DATASOURCE);
    }

    private static Optional<String> get(String name) {
        String variable = name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .filter(value -> !value.isBlank());
    }
}
