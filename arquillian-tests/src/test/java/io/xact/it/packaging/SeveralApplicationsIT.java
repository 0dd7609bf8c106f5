// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.packaging;

import static io.xact.it.support.Archives.besideLibrary;
import static io.xact.it.support.Archives.ear;
import static io.xact.it.support.Archives.jars;
import static io.xact.it.support.Archives.war;
import static org.assertj.core.api.Assertions.assertThat;

import io.xact.it.application.Form;
import io.xact.it.application.Scenario;
import io.xact.it.application.Through.Access;
import io.xact.it.support.Answer;
import io.xact.it.support.ApplicationClient;
import io.xact.it.support.Archives;
import io.xact.it.support.ServerTest;
import io.xact.it.support.Tags;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Applications on one server: two that share the library of {@code xact.ear}, and two that have one of their own. */
@Tag(Tags.AS_SHIPPED)
class SeveralApplicationsIT extends ServerTest {

    private static final ApplicationClient FIRST = new ApplicationClient("first");
    private static final ApplicationClient SECOND = new ApplicationClient("second");
    private static final ApplicationClient WITH_JARS = new ApplicationClient("with-jars");
    private static final ApplicationClient IN_EAR = new ApplicationClient("in-ear");
    private static final List<ApplicationClient> ALL = List.of(FIRST, SECOND, WITH_JARS, IN_EAR);

    @Deployment(name = "library", order = 1, testable = false)
    static EnterpriseArchive library() {
        return Archives.library();
    }

    @Deployment(name = "first", order = 2, testable = false)
    static WebArchive first() {
        return besideLibrary(war("first"));
    }

    @Deployment(name = "second", order = 3, testable = false)
    static WebArchive second() {
        return besideLibrary(war("second"));
    }

    @Deployment(name = "with-jars", order = 4, testable = false)
    static WebArchive withJars() {
        return war("with-jars").addAsLibraries(jars());
    }

    @Deployment(name = "in-ear", order = 5, testable = false)
    static EnterpriseArchive inEar() {
        return ear("in-ear").addAsLibraries(jars()).addAsModule(war("in-ear"));
    }

    @BeforeEach
    void clear() {
        FIRST.clear();
    }

    @Test
    void eachWorksBesideTheOthers() {
        for (ApplicationClient application : ALL) {
            application.clear();
            application.play(Scenario.NEST_AND_FAIL, Form.METHOD, Access.JDBC);
            assertThat(application.items()).as(application.contextRoot()).containsExactly("after", "outer");
        }
    }

    @Test
    void scopesOfApplicationsThatRunAtTheSameTimeAreIndependent() {
        ExecutorService threads = Executors.newFixedThreadPool(ALL.size() * Form.values().length);
        try {
            List<CompletableFuture<Answer>> answers = ALL.stream()
                    .flatMap(application -> Stream.of(Form.values())
                            .map(form -> CompletableFuture.supplyAsync(
                                    () -> application.play(Scenario.DEPTH, form, Access.JDBC), threads)))
                    .toList();

            assertThat(answers)
                    .extracting(CompletableFuture::join)
                    .extracting(Answer::notes)
                    .containsOnly(List.of("0", "1", "2", "1", "0"));
        } finally {
            threads.shutdown();
        }
    }

    /**
     * One transaction through two applications. On one copy of the library the second's scope nests in the first's; to
     * another copy the transaction is a foreign one. Either way each scope is undone alone.
     */
    @ParameterizedTest
    @CsvSource({
        "first,     second,        2 0",
        "first,     with-jars,     1 0",
        "with-jars, second,        1 0",
        "with-jars, in-ear/in-ear, 1 0",
        "in-ear,    first,         1 0"
    })
    void scopesNestAcrossApplications(String caller, String neighbour, String answer) {
        ApplicationClient application = new ApplicationClient(caller);

        assertThat(application.send("POST", "api/neighbour?module=" + neighbour).body())
                .as("the neighbour's depth, and what its rolled back scope gives")
                .isEqualTo(answer);
        assertThat(application.items()).containsExactly("after", "neighbour", "outer");
    }

    @ParameterizedTest
    @CsvSource({"first, second", "first, with-jars", "with-jars, second", "with-jars, in-ear/in-ear"})
    void outerScopeTakesTheNeighboursWorkAlong(String caller, String neighbour) {
        ApplicationClient application = new ApplicationClient(caller);

        application.send("POST", "api/neighbour?rollback=true&module=" + neighbour);

        assertThat(application.items()).isEmpty();
    }
}
