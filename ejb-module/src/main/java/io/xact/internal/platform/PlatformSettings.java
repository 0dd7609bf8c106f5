// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Where settings come from: MicroProfile Config where the deployment sees it, which knows system properties and environment
 * variables too, and those two alone elsewhere.
 */
public final class PlatformSettings {

    private PlatformSettings() {}

    /**
     * Looks for a setting.
     *
     * @param name as in {@code xact.datasource}
     * @return its value, if it has one
     */
    public static Optional<String> find(String name) {
        try {
            return MicroProfile.find(name);
        } catch (LinkageError | IllegalStateException notThere) {
            return fromProcess(name);
        }
    }

    private static Optional<String> fromProcess(String name) {
        String variable = name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
        return Optional.ofNullable(System.getProperty(name)).or(() -> Optional.ofNullable(System.getenv(variable)));
    }

    /** Loaded by its first use, which fails where the server has no such thing. */
    private static final class MicroProfile {

        static Optional<String> find(String name) {
            return ConfigProvider.getConfig().getOptionalValue(name, String.class);
        }
    }
}
