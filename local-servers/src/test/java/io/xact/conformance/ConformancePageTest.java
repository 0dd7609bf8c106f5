// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConformancePageTest {

    private static final List<Result> RESULTS = List.of(
            new Result("A1", Place.WILDFLY, "ScopeIT", Outcome.PASSED),
            new Result("A1", Place.POSTGRESQL, "BlockTest", Outcome.PASSED),
            new Result("A1", Place.H2, "BlockTest", Outcome.PASSED),
            new Result("A1", Place.H2, "AnotherTest", Outcome.PASSED),
            new Result("A2", Place.JVM, "BlockTest", Outcome.FAILED),
            new Result("B1", Place.JVM, "MergeTest", Outcome.PASSED));

    private static final BehaviourList LIST = new BehaviourList(List.of(
            new BehaviourList.Group(
                    "A. First",
                    List.of(
                            new Behaviour("A1", Standing.REQUIRED, "One | the other."),
                            new Behaviour("A2", Standing.REQUIRED, "That."),
                            new Behaviour("A3", Standing.REQUIRED, "More."))),
            new BehaviourList.Group(
                    "B. Second",
                    List.of(
                            new Behaviour("B1", Standing.LATER, "In part."),
                            new Behaviour("B2", Standing.LATER, "Not yet."),
                            new Behaviour("B3", Standing.DECLINED, "Never.")))));

    @Test
    void aRowTellsWhereItIsTestedAndHowThatEnded() {
        assertThat(page(RESULTS)).contains("""
                        == A. First

                        [cols="1,9,6,2"]
                        |===
                        | | What holds | Tested by | State

                        | A1
                        | One \\| the other.
                        | JVM on H2: `AnotherTest`, `BlockTest` +
                        JVM on PostgreSQL: `BlockTest` +
                        WildFly: `ScopeIT`
                        | passed

                        | A2
                        | That.
                        | JVM: `BlockTest`
                        | failed

                        | A3
                        | More.
                        |
                        | no test
                        |===
                        """);
    }

    @Test
    void whatIsNotBuiltIsToldToo() {
        assertThat(page(RESULTS)).endsWith("""
                        | B1
                        | In part.
                        | JVM: `MergeTest`
                        | not yet; what is there has passed

                        | B2
                        | Not yet.
                        |
                        | not yet

                        | B3
                        | Never.
                        |
                        | by decision not
                        |===
                        """);
    }

    @Test
    void theSummaryCounts() {
        assertThat(page(RESULTS))
                .contains("\nBuilt: 3, of which 1 passed. Not yet built: 2. Not to be built: 1.\n\n== A. First\n");
    }

    @Test
    void theOrderOfTheResultsDoesNotShow() {
        List<Result> reversed = new ArrayList<>(RESULTS);
        Collections.reverse(reversed);

        assertThat(page(reversed)).isEqualTo(page(RESULTS)).doesNotContain("\r");
    }

    @Test
    void theWorstOutcomeIsTheState() {
        List<Result> results = new ArrayList<>(RESULTS);
        results.add(new Result("A1", Place.H2, "BlockTest", Outcome.SKIPPED));
        assertThat(page(results)).contains("WildFly: `ScopeIT`\n| skipped\n");

        results.add(0, new Result("A1", Place.H2, "BlockTest", Outcome.FAILED));
        assertThat(page(results)).contains("WildFly: `ScopeIT`\n| failed\n");
    }

    private static String page(List<Result> results) {
        return new ConformancePage(LIST, new Evidence(results)).text();
    }
}
