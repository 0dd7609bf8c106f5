// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.packaging;

import static io.xact.it.application.Scenario.DEPTH;
import static io.xact.it.application.Scenario.FAIL;
import static io.xact.it.application.Scenario.HOOKS;
import static io.xact.it.application.Scenario.NEST;
import static io.xact.it.application.Scenario.NEST_AND_FAIL;
import static io.xact.it.application.Scenario.NEST_AND_FAIL_BY_STATEMENT;
import static io.xact.it.application.Scenario.NEST_AND_FAIL_OUTSIDE;
import static io.xact.it.application.Scenario.NEST_AND_FAIL_UNCHECKED;
import static io.xact.it.application.Scenario.NEST_AND_ROLL_BACK;
import static io.xact.it.application.Scenario.NEST_AND_SET_ROLLBACK;
import static io.xact.it.application.Scenario.RETURN;
import static org.assertj.core.api.Assertions.assertThat;

import io.xact.it.application.Form;
import io.xact.it.application.RefusedException;
import io.xact.it.application.Scenario;
import io.xact.it.application.Through.Access;
import io.xact.it.support.Answer;
import io.xact.it.support.ApplicationClient;
import io.xact.it.support.Tags;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an application can count on, whichever way it is deployed. A subclass deploys it twice: as {@code plain}, and with a
 * persistence unit as {@code jpa}.
 */
@Tag(Tags.AS_SHIPPED)
abstract class PackagingContract extends FilterContract {

    private static final String RETURNED = "returned";
    private static final String REFUSED = RefusedException.class.getName();

    static Stream<Arguments> applicationsAndForms() {
        return APPLICATIONS.stream()
                .flatMap(application -> Stream.of(Form.values()).map(form -> Arguments.of(application, form)));
    }

    private static Answer play(ApplicationClient application, Scenario scenario, Form form) {
        return application.play(scenario, form, Access.JDBC);
    }

    @ParameterizedTest
    @MethodSource("applicationsAndForms")
    void outermostScopeThatReturnsIsCommitted(ApplicationClient application, Form form) {
        assertThat(play(application, RETURN, form).end()).isEqualTo(RETURNED);
        assertThat(application.items()).containsExactly("a");
    }

    @ParameterizedTest
    @MethodSource("applicationsAndForms")
    void outermostScopeThatFailsIsRolledBack(ApplicationClient application, Form form) {
        assertThat(play(application, FAIL, form).end()).isEqualTo(REFUSED);
        assertThat(application.items()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("applicationsAndForms")
    void nestedScopeThatReturnsIsKept(ApplicationClient application, Form form) {
        assertThat(play(application, NEST, form).end()).isEqualTo(RETURNED);
        assertThat(application.items()).containsExactly("after", "inner", "outer");
    }

    @ParameterizedTest
    @MethodSource("applicationsAndForms")
    void nestedScopeThatFailsIsUndoneAlone(ApplicationClient application, Form form) {
        assertThat(play(application, NEST_AND_FAIL, form))
                .isEqualTo(new Answer(RETURNED, List.of(RefusedException.class.getSimpleName())));
        assertThat(application.items()).containsExactly("after", "outer");
    }

    @ParameterizedTest
    @EnumSource(names = {"METHOD", "CLASS", "LAMBDA"})
    void uncheckedExceptionUndoesItsScopeAlone(Form form) {
        assertThat(play(WITHOUT_JPA, NEST_AND_FAIL_UNCHECKED, form))
                .isEqualTo(new Answer(RETURNED, List.of(IllegalStateException.class.getSimpleName())));
        assertThat(WITHOUT_JPA.items()).containsExactly("after", "outer");
    }

    /** To the EJB container it is a failure of the bean, which costs the transaction (Enterprise Beans 4.0, 9.3.1). */
    @Test
    void uncheckedExceptionFromAnEjbCostsTheWholeTransaction() {
        Answer answer = play(WITHOUT_JPA, NEST_AND_FAIL_UNCHECKED, Form.EJB);

        assertThat(answer.notes()).containsExactly("EJBTransactionRolledbackException");
        assertThat(answer.end()).isNotEqualTo(RETURNED);
        assertThat(WITHOUT_JPA.items()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("applicationsAndForms")
    void nestedScopeGoesWithTheOuterOne(ApplicationClient application, Form form) {
        assertThat(play(application, NEST_AND_FAIL_OUTSIDE, form).end()).isEqualTo(REFUSED);
        assertThat(application.items()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("applicationsAndForms")
    void outerScopeGoesOnAfterAFailedStatement(ApplicationClient application, Form form) {
        Answer answer = play(application, NEST_AND_FAIL_BY_STATEMENT, form);

        assertThat(answer.end()).isEqualTo(RETURNED);
        assertThat(answer.notes()).singleElement().asString().contains("IntegrityConstraintViolation");
        assertThat(application.items()).containsExactly("after", "outer");
    }

    @ParameterizedTest
    @MethodSource("applicationsAndForms")
    void rollbackIsSwallowedAtTheEdgeOfItsScope(ApplicationClient application, Form form) {
        assertThat(play(application, NEST_AND_ROLL_BACK, form)).isEqualTo(new Answer(RETURNED, List.of()));
        assertThat(application.items()).containsExactly("after", "outer");
    }

    @ParameterizedTest
    @MethodSource("applicationsAndForms")
    void flagRollsBackItsScopeWithoutAnException(ApplicationClient application, Form form) {
        assertThat(play(application, NEST_AND_SET_ROLLBACK, form)).isEqualTo(new Answer(RETURNED, List.of()));
        assertThat(application.items()).containsExactly("after", "outer");
    }

    @ParameterizedTest
    @MethodSource("applicationsAndForms")
    void hooksRunInOrderAfterTheCommit(ApplicationClient application, Form form) {
        assertThat(play(application, HOOKS, form).notes())
                .containsExactly("undone", "RefusedException", "body", "first", "second", "third");
    }

    @ParameterizedTest
    @MethodSource("applicationsAndForms")
    void depthCountsScopes(ApplicationClient application, Form form) {
        assertThat(play(application, DEPTH, form).notes()).containsExactly("0", "1", "2", "1", "0");
    }

    @ParameterizedTest
    @FieldSource("APPLICATIONS")
    void resourceClassIsInjectedAndIntercepted(ApplicationClient application) {
        assertThat(application.send("POST", "api/direct?name=kept").statusCode())
                .isEqualTo(204);
        assertThat(application
                        .send("POST", "api/direct?name=refused&refuse=true")
                        .statusCode())
                .as("by the application's own exception mapper")
                .isEqualTo(409);
        assertThat(application.items()).containsExactly("kept");
    }

    @ParameterizedTest
    @FieldSource("APPLICATIONS")
    void ejbIsInjectedAndIntercepted(ApplicationClient application) {
        assertThat(application.send("POST", "api/direct/bean?name=kept").statusCode())
                .isEqualTo(204);
        assertThat(application
                        .send("POST", "api/direct/bean?name=refused&refuse=true")
                        .statusCode())
                .as("by the application's own exception mapper")
                .isEqualTo(409);
        assertThat(application.items()).containsExactly("kept");
    }

    @ParameterizedTest
    @FieldSource("APPLICATIONS")
    void servletIsInjected(ApplicationClient application) {
        assertThat(application.send("POST", "direct?name=kept").statusCode()).isEqualTo(200);
        assertThat(application.send("POST", "direct?name=refused&refuse=true").statusCode())
                .isEqualTo(409);
        assertThat(application.items()).containsExactly("kept");
    }

    @ParameterizedTest
    @FieldSource("APPLICATIONS")
    void servletIsNotIntercepted(ApplicationClient application) {
        assertThat(application.send("GET", "direct").body())
                .as("depth in a method with @Xact")
                .isEqualTo("0");
    }

    @ParameterizedTest
    @FieldSource("APPLICATIONS")
    void resourceClassWithoutAScopeAnnotationIsIntercepted(ApplicationClient application) {
        assertThat(application.send("GET", "api/unscoped").body())
                .as("depth in a method with @Xact")
                .isEqualTo("1");
    }

    @ParameterizedTest
    @FieldSource("APPLICATIONS")
    @Tag(Tags.MESSAGING)
    @DisplayName(
            "N1 N3 N7 N8 an application's messages come with its commit, without those of a nested scope that is rolled back")
    void messagesComeWithTheCommit(ApplicationClient application) {
        assertThat(application.send("POST", "api/messages").body().lines())
                .containsExactly("outer", "inner", "without a transaction");
        assertThat(application.items()).containsExactly("row");
    }

    static Stream<Arguments> entitiesAndForms() {
        return Stream.of(Access.JPA, Access.FLUSHED_JPA, Access.JPA_INSIDE_JDBC)
                .flatMap(access -> Stream.of(Form.values()).map(form -> Arguments.of(access, form)));
    }

    @ParameterizedTest
    @MethodSource("entitiesAndForms")
    void entitiesAreCommittedWithTheOutermostScope(Access access, Form form) {
        assertThat(WITH_JPA.play(NEST, form, access).end()).isEqualTo(RETURNED);
        assertThat(WITH_JPA.items()).containsExactly("after", "inner", "outer");
    }

    @ParameterizedTest
    @EnumSource(names = {"METHOD", "CLASS", "LAMBDA"})
    void unwrittenEntitiesAreRolledBackWithTheOutermostScope(Form form) {
        assertThat(WITH_JPA.play(NEST_AND_FAIL_OUTSIDE, form, Access.JPA).end()).isEqualTo(REFUSED);
        assertThat(WITH_JPA.items()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void writtenEntitiesAreRolledBackWithTheOutermostScope(Form form) {
        assertThat(WITH_JPA.play(NEST_AND_FAIL_OUTSIDE, form, Access.FLUSHED_JPA)
                        .end())
                .isNotEqualTo(RETURNED);
        assertThat(WITH_JPA.items()).isEmpty();
    }

    static Stream<Arguments> failuresAndForms() {
        return Stream.of(NEST_AND_FAIL, NEST_AND_FAIL_BY_STATEMENT, NEST_AND_ROLL_BACK, NEST_AND_SET_ROLLBACK)
                .flatMap(scenario -> Stream.of(Form.values()).map(form -> Arguments.of(scenario, form)));
    }

    @ParameterizedTest
    @MethodSource("failuresAndForms")
    void writtenEntitiesOfAFailingNestedScopeAreUndoneAlone(Scenario scenario, Form form) {
        assertUndoneAlone(scenario, form, Access.FLUSHED_JPA);
    }

    @ParameterizedTest
    @MethodSource("failuresAndForms")
    void unwrittenEntitiesOfAFailingNestedScopeAreUndoneAlone(Scenario scenario, Form form) {
        assertUndoneAlone(scenario, form, Access.JPA);
    }

    @ParameterizedTest
    @MethodSource("failuresAndForms")
    void entitiesOfAFailingNestedScopeOnAGuardedDatabaseAreUndoneAlone(Scenario scenario, Form form) {
        assertUndoneAlone(scenario, form, Access.JPA_INSIDE_JDBC);
    }

    private static void assertUndoneAlone(Scenario scenario, Form form, Access access) {
        String end = WITH_JPA.play(scenario, form, access).end();

        if (form == Form.EJB && scenario == NEST_AND_FAIL_BY_STATEMENT) {
            assertThat(end)
                    .as("to the EJB container that failure costs the transaction")
                    .isNotEqualTo(RETURNED);
            assertThat(WITH_JPA.items()).isEmpty();
        } else {
            assertThat(end).isEqualTo(RETURNED);
            assertThat(WITH_JPA.items()).containsExactly("after", "outer");
        }
    }
}
