// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way to be green, and each way to be red. */
class ConformanceGateTest {

    private static final String RUN = "20261120-120000";
    private static final boolean CHECK = true;
    private static final boolean WRITE = false;

    private static final Result A1 = new Result("A1", Place.H2, "BlockTest", Outcome.PASSED);
    private static final Result A2 = new Result("A2", Place.WILDFLY, "ScopeIT", Outcome.PASSED);

    private final Path root;
    private final Path page;

    ConformanceGateTest(@TempDir Path root) {
        this.root = root;
        this.page = root.resolve("docs/conformance.adoc");
    }

    @BeforeEach
    void list() throws IOException {
        Files.createDirectories(root.resolve("docs"));
        Files.writeString(
                root.resolve("docs/behaviours.tsv"),
                "== A. First\nA1\trequired\tThis.\nA2\trequired\tThat.\nA3\tlater\tMore.\n");
    }

    @Test
    void aDeveloperGetsThePage() throws IOException {
        results(A1, A2);

        assertThat(pass(WRITE)).isEqualTo("docs/conformance.adoc is written anew: commit it");
        assertThat(page).content().contains("| A1\n| This.\n| JVM on H2: `BlockTest`\n| passed\n");
        assertThat(pass(WRITE)).isEqualTo("docs/conformance.adoc is what the tests say");
    }

    @Test
    void theBuildServerAcceptsThatPage() throws IOException {
        results(A1, A2);
        pass(WRITE);

        assertThat(pass(CHECK)).isEqualTo("docs/conformance.adoc is what the tests say");
    }

    @Test
    void itAcceptsThePageWithTheLineEndsOfWindows() throws IOException {
        results(A1, A2);
        pass(WRITE);
        Files.writeString(page, Files.readString(page).replace("\n", "\r\n"));

        assertThat(pass(CHECK)).isEqualTo("docs/conformance.adoc is what the tests say");
    }

    @Test
    void theBuildServerIsRedForAnotherPageAndLeavesIt() throws IOException {
        results(A1, A2);
        pass(WRITE);
        String changed = Files.readString(page).replace("| This.", "| This, too.");
        Files.writeString(page, changed);

        assertRed(CHECK)
                .hasMessageMatching("(?s).*\n  docs/conformance.adoc is not what the tests say, from line \\d+ on: run"
                        + " mvn verify without -Pci, and commit the page that it writes");
        assertThat(page).hasContent(changed);
    }

    @Test
    void theBuildServerIsRedWithoutAPage() throws IOException {
        results(A1, A2);

        assertRed(CHECK).hasMessageContaining("docs/conformance.adoc is not what the tests say, from line 1 on");
        assertThat(page).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(booleans = {WRITE, CHECK})
    void aRequiredIdWithoutATestIsRed(boolean check) throws IOException {
        results(A1);

        assertRed(check).hasMessageContaining("\n  required, but carried by no test: A2");
    }

    @ParameterizedTest
    @ValueSource(booleans = {WRITE, CHECK})
    void aFailedTestIsRedThoughOthersPassed(boolean check) throws IOException {
        results(A1, A2, new Result("A1", Place.POSTGRESQL, "BlockTest", Outcome.FAILED));

        assertRed(check).hasMessageContaining("\n  A1 has not passed: failed in BlockTest (JVM on PostgreSQL)");
    }

    @ParameterizedTest
    @ValueSource(booleans = {WRITE, CHECK})
    void aSkippedTestIsRedThoughOthersPassed(boolean check) throws IOException {
        results(A1, A2, new Result("A1", Place.H2, "BlockTest", Outcome.SKIPPED));

        assertRed(check).hasMessageContaining("\n  A1 has not passed: skipped in BlockTest (JVM on H2)");
    }

    @Test
    void aTestOfWhatIsNotRequiredHasToPassToo() throws IOException {
        results(A1, A2, new Result("A3", Place.JVM, "LaterTest", Outcome.FAILED));

        assertRed(WRITE).hasMessageContaining("\n  A3 has not passed: failed in LaterTest (JVM)");
    }

    @ParameterizedTest
    @ValueSource(booleans = {WRITE, CHECK})
    void anIdThatTheListDoesNotHaveIsRed(boolean check) throws IOException {
        results(A1, A2, new Result("X9", Place.JVM, "StrangeTest", Outcome.PASSED));

        assertRed(check).hasMessageContaining("\n  X9 is not in the list, but carried by a test: StrangeTest");
    }

    @Test
    void allProblemsAreToldAtOnce() throws IOException {
        results(new Result("A1", Place.H2, "BlockTest", Outcome.FAILED));

        assertRed(WRITE).hasMessage("""
                        docs/behaviours.tsv, docs/conformance.adoc and the tests don't agree:
                          required, but carried by no test: A2
                          A1 has not passed: failed in BlockTest (JVM on H2)""");
    }

    @Test
    void aDeveloperSeesTheProblemsOnThePage() throws IOException {
        results(A1);

        assertRed(WRITE);
        assertThat(page).content().contains("| A2\n| That.\n|\n| no test\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test",
                "it.test",
                "groups",
                "excludedGroups",
                "skipTests",
                "skipITs",
                "maven.test.skip",
                "xact.test.products"
            })
    void aRunOfSomeTestsSaysNothing(String property) throws IOException {
        results(A1);
        Properties properties = new Properties();
        properties.setProperty(property, "true");

        assertThat(gate(CHECK).pass(properties))
                .isEqualTo("docs/conformance.adoc is left as it is: with -D" + property + " not all tests run");
        assertThat(page).doesNotExist();
    }

    @Test
    void skippingThatIsSwitchedOffSkipsNothing() throws IOException {
        results(A1);
        Properties properties = new Properties();
        properties.setProperty("skipTests", "false");

        assertThatThrownBy(() -> gate(WRITE).pass(properties)).isInstanceOf(ConformanceException.class);
    }

    @Test
    void aDevelopersRunOfSomeModulesSaysNothing() throws IOException {
        module("arquillian-tests", RUN).write(List.of(A1, A2));

        assertThat(pass(WRITE))
                .isEqualTo("docs/conformance.adoc is left as it is: in this run there are no results from ejb-module");
        assertThat(page).doesNotExist();
    }

    @Test
    void theBuildServerWantsAllModules() throws IOException {
        module("ejb-module", RUN).write(List.of(A1, A2));

        assertRed(CHECK)
                .hasMessage(
                        "docs/conformance.adoc can't be checked: in this run there are no results from arquillian-tests."
                                + " Run the tests of all modules");
    }

    @Test
    void anEarlierRunDoesNotCount() throws IOException {
        results(A1);
        module("ejb-module", "20261119-120000").write(List.of(A2));

        assertRed(WRITE).hasMessageContaining("required, but carried by no test: A2");
    }

    @Test
    void theResultsOfAllJvmsCount() throws IOException {
        results(A1, A2);
        module("ejb-module", RUN).write(List.of(new Result("A1", Place.H2, "BlockTest", Outcome.FAILED)));

        assertRed(WRITE).hasMessageContaining("A1 has not passed: failed in BlockTest (JVM on H2)");
    }

    @Test
    void theCommandIsTheGateThatTheBuildAsksFor() {
        List<String> run = List.of(root + "/ejb-module/..", RUN, "ejb-module", "arquillian-tests");

        assertThat(command("write", run)).isEqualTo(gate(WRITE));
        assertThat(command("check", run)).isEqualTo(gate(CHECK));
    }

    private static ConformanceGate command(String goal, List<String> run) {
        return ConformanceCommand.gate(
                Stream.concat(Stream.of(goal), run.stream()).toList());
    }

    /** What the tests of both modules left: each behaviour's in one of them. */
    private void results(Result... results) throws IOException {
        module("ejb-module", RUN).write(List.of(results));
        module("arquillian-tests", RUN).write(List.of());
    }

    private ResultFiles module(String name, String run) {
        return ResultFiles.of(root.resolve(name), run);
    }

    private ConformanceGate gate(boolean check) {
        return new ConformanceGate(check, root, RUN, List.of("ejb-module", "arquillian-tests"));
    }

    private String pass(boolean check) throws IOException {
        return gate(check).pass(new Properties());
    }

    private AbstractThrowableAssert<?, ?> assertRed(boolean check) {
        return assertThatThrownBy(() -> pass(check)).isInstanceOf(ConformanceException.class);
    }
}
