// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunSettingsTest {

    @Test
    void withoutAnySettingItIsH2OnPort8080() {
        RunSettings settings = settings();
        assertThat(settings.postgresql()).isFalse();
        assertThat(settings.port()).isEqualTo(8080);
    }

    @Test
    void aUrlAloneMeansPostgresql() {
        RunSettings settings = settings("xact.db.url", "jdbc:postgresql://there/orders", "xact.db.user", "me");
        assertThat(settings.postgresql()).isTrue();
        assertThat(settings.user()).isEqualTo("me");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http", "123456", ""})
    void aPortThatIsNoneIsRefused(String port) {
        assertThatThrownBy(() -> settings("xact.port", port))
                .isInstanceOf(LocalServerException.class)
                .hasMessage("-Dxact.port=" + port + " is no port: give a number from 1 to 65535");
    }

    @ParameterizedTest
    @CsvSource({
        "oracle, , '-Dxact.db=oracle is not known: give h2 or postgresql'",
        "h2, jdbc:postgresql://there/orders, 'leave one of them out'",
        "postgresql, jdbc:oracle:thin:@there, 'is not for PostgreSQL: give jdbc:postgresql://host:port/database'",
    })
    void aDatabaseThatCannotBeIsRefused(String database, String url, String message) {
        Properties properties = new Properties();
        properties.setProperty("xact.db", database);
        if (url != null) {
            properties.setProperty("xact.db.url", url);
        }
        assertThatThrownBy(() -> RunSettings.from(properties))
                .isInstanceOf(LocalServerException.class)
                .hasMessageContaining(message);
    }

    private static RunSettings settings(String... namesAndValues) {
        Properties properties = new Properties();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        return RunSettings.from(properties);
    }
}
