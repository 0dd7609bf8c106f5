// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.internal.config.XactConfig.MergedFailure;
import io.xact.internal.config.XactConfig.SavepointUnsupported;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings by their names, and what may be wrong with them. */
class ConfigReaderTest {

    private static ConfigReader reader(Map<String, String> settings) {
        return new ConfigReader(name -> Optional.ofNullable(settings.get(name)));
    }

    private static XactConfig read(String name, String value) {
        ConfigReader reader = reader(Map.of(name, value));
        XactConfig config = reader.read();
        assertThat(reader.problems()).isEmpty();
        return config;
    }

    @Test
    @DisplayName("where nothing is set, the defaults are meant")
    void defaults() {
        ConfigReader reader = reader(Map.of());

        assertThat(reader.read()).isEqualTo(XactConfig.DEFAULT);
        assertThat(reader.problems()).isEmpty();
        assertThat(XactConfig.DEFAULT.dataSource()).isEqualTo("java:comp/DefaultDataSource");
        assertThat(XactConfig.DEFAULT.savepointUnsupported()).isEqualTo(SavepointUnsupported.REFUSE);
        assertThat(XactConfig.DEFAULT.mergedFailure()).isEqualTo(MergedFailure.RAISE);
    }

    @Test
    @DisplayName("each setting is read by its name")
    void eachByItsName() {
        assertThat(read("xact.datasource", "java:/A").dataSource()).isEqualTo("java:/A");
        assertThat(read("xact.datasources", "java:/A,java:/B").dataSources()).containsExactly("java:/A", "java:/B");
        assertThat(read("xact.savepoint-unsupported", "merge").savepointUnsupported())
                .isEqualTo(SavepointUnsupported.MERGE);
        assertThat(read("xact.merged-failure", "silent").mergedFailure()).isEqualTo(MergedFailure.SILENT);
        assertThat(read("xact.jms.connection-factory", "java:/A").connectionFactory())
                .isEqualTo("java:/A");
        assertThat(read("xact.jms.max-held-bytes", "1024").maxHeldBytes()).isEqualTo(1024);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "64 MiB", "1e6", "99999999999999999999"})
    @DisplayName("what is no number of bytes is noted, with what can be; the default is meant")
    void noNumberOfBytes(String value) {
        ConfigReader reader = reader(Map.of("xact.jms.max-held-bytes", value));

        assertThat(reader.read().maxHeldBytes()).isEqualTo(64 * 1024 * 1024);
        assertThat(reader.problems())
                .singleElement()
                .asString()
                .contains("xact.jms.max-held-bytes", "\"" + value + "\"", "1 or more");
    }

    @Test
    @DisplayName("white space around a value, empty items of a list, and the case of a choice don't matter")
    void lenient() {
        assertThat(read("xact.datasource", " java:/A\n").dataSource()).isEqualTo("java:/A");
        assertThat(read("xact.datasources", " java:/A , ,java:/B,").dataSources())
                .containsExactly("java:/A", "java:/B");
        assertThat(read("xact.merged-failure", " Silent ").mergedFailure()).isEqualTo(MergedFailure.SILENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xact.datasource", "xact.datasources", "xact.savepoint-unsupported", "xact.merged-failure"})
    @DisplayName("a blank value is none")
    void blankIsNone(String name) {
        assertThat(read(name, "  ")).isEqualTo(XactConfig.DEFAULT);
    }

    @Test
    @DisplayName("all problems are noted, each with the setting, what was found, and what can be; the default is meant")
    void allProblems() {
        ConfigReader reader = reader(Map.of("xact.savepoint-unsupported", "ignore", "xact.merged-failure", "quiet"));

        assertThat(reader.read()).isEqualTo(XactConfig.DEFAULT);
        assertThat(reader.problems())
                .satisfiesExactlyInAnyOrder(
                        first -> assertThat(first)
                                .contains("xact.savepoint-unsupported", "\"ignore\"", "refuse or merge"),
                        second -> assertThat(second).contains("xact.merged-failure", "\"quiet\"", "raise or silent"));
    }
}
