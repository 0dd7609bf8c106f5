// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigBuilder;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Where settings come from. */
class MicroProfileTest {

    private static final String NAME = "xact.merged-failure";

    @AfterEach
    void nothingStays() {
        ConfigProviderResolver.setInstance(null);
        System.clearProperty(NAME);
    }

    @Test
    @DisplayName("where there is no MicroProfile Config, a system property counts")
    void systemProperty() {
        assertThat(PlatformSettings.find(NAME)).isEmpty();
        System.setProperty(NAME, "silent");
        assertThat(PlatformSettings.find(NAME)).contains("silent");
    }

    @Test
    @DisplayName("where there is one, it is asked, and nothing besides: it knows system properties itself")
    void microProfile() {
        System.setProperty(NAME, "raise");
        ConfigProviderResolver.setInstance(new Resolver(Map.of(NAME, "silent")));

        assertThat(PlatformSettings.find(NAME)).contains("silent");
        assertThat(PlatformSettings.find("xact.datasource")).isEmpty();
    }

    /** As much of MicroProfile Config as is asked for. */
    private static final class Resolver extends ConfigProviderResolver {

        private final Config config;

        Resolver(Map<String, String> settings) {
            this.config = new MapConfig(settings);
        }

        @Override
        public Config getConfig() {
            return config;
        }

        @Override
        public Config getConfig(ClassLoader loader) {
            return config;
        }

        @Override
        public ConfigBuilder getBuilder() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void registerConfig(Config other, ClassLoader loader) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void releaseConfig(Config other) {
            throw new UnsupportedOperationException();
        }
    }

    private record MapConfig(Map<String, String> settings) implements Config {

        @Override
        public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
            return Optional.ofNullable(settings.get(name)).map(type::cast);
        }

        @Override
        public <T> T getValue(String name, Class<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public @Nullable ConfigValue getConfigValue(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Iterable<String> getPropertyNames() {
            return settings.keySet();
        }

        @Override
        public Iterable<ConfigSource> getConfigSources() {
            return Set.of();
        }

        @Override
        public <T> Optional<Converter<T>> getConverter(Class<T> type) {
            return Optional.empty();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException();
        }
    }
}
