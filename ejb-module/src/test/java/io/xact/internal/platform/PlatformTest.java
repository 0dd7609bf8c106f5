// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactDefinitionException;
import io.xact.Xacts;
import io.xact.internal.cdi.XactExtension;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A container that has nothing but our extension, on a class path with Narayana. */
class PlatformTest {

    @Test
    @DisplayName("the transaction service is found on the class path, where neither JNDI nor CDI offers it")
    void findsNarayanaOnTheClassPath() {
        try (SeContainer container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(new XactExtension())
                .initialize()) {
            Xacts xacts = container.select(Xacts.class).get();

            assertThat(xacts.<Integer, RuntimeException>call(xacts::depth)).isEqualTo(1);
            assertThat(xacts.isActive()).isFalse();
        }
    }

    @Test
    @DisplayName("the default data source is the platform's, and is named if it is not there")
    void platformsDefaultDataSource() {
        assertDefaultDataSource("java:comp/DefaultDataSource");
    }

    @Test
    @DisplayName("or the one that is configured when the container starts")
    void configuredDefaultDataSource() {
        System.setProperty("xact.datasource", "java:/ConfiguredDS");
        try {
            assertDefaultDataSource("java:/ConfiguredDS");
        } finally {
            System.clearProperty("xact.datasource");
        }
    }

    private static void assertDefaultDataSource(String name) {
        try (SeContainer container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(new XactExtension())
                .initialize()) {
            Xacts xacts = container.select(Xacts.class).get();

            assertThatThrownBy(() -> xacts.guarded("").getConnection())
                    .isInstanceOf(XactDefinitionException.class)
                    .hasMessageContaining(name);
        }
    }
}
