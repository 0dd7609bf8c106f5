// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BehaviourListTest {

    private final Path file;

    BehaviourListTest(@TempDir Path directory) {
        this.file = directory.resolve("list.tsv");
    }

    @Test
    void behavioursStandInTheirGroupsInTheOrderOfTheFile() throws IOException {
        assertThat(read("# a comment", "", "== B. Second", "B2\tlater\tThat.", "B1\trequired\tThis.", "== A. First"))
                .isEqualTo(List.of(
                        new BehaviourList.Group(
                                "B. Second",
                                List.of(
                                        new Behaviour("B2", Standing.LATER, "That."),
                                        new Behaviour("B1", Standing.REQUIRED, "This."))),
                        new BehaviourList.Group("A. First", List.of())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A1;required         | id, standing and statement are needed, with one tab between them
            A1;required;;This.  | id, standing and statement are needed, with one tab between them
            A1 required This.   | id, standing and statement are needed, with one tab between them
            1A;required;This.   | '1A' is no id: a letter and a number are
            A1;built;This.      | 'built' is no standing: required, later and declined are
            A1;REQUIRED;This.   | 'REQUIRED' is no standing: required, later and declined are
            'A1;required; '     | A1 has no statement
            """)
    void aLineThatMakesNoSenseIsNamed(String line, String message) {
        assertThatThrownBy(() -> read("== A. First", line.replace(';', '\t')))
                .isInstanceOf(ConformanceException.class)
                .hasMessage("list.tsv, line 2: " + message);
    }

    @Test
    void anIdIsThereOnce() {
        assertThatThrownBy(() -> read("== A. First", "A1\trequired\tThis.", "A1\tlater\tThat."))
                .isInstanceOf(ConformanceException.class)
                .hasMessage("list.tsv, line 3: A1 is there twice");
    }

    @Test
    void aBehaviourHasAGroup() {
        assertThatThrownBy(() -> read("A1\trequired\tThis."))
                .isInstanceOf(ConformanceException.class)
                .hasMessage("list.tsv, line 1: a line with == has to stand before the first behaviour");
    }

    private List<BehaviourList.Group> read(String... lines) throws IOException {
        return BehaviourList.read(Files.write(file, List.of(lines))).groups();
    }
}
