// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.it.application.filtered.End;
import io.xact.it.support.ApplicationClient;
import io.xact.it.support.ServerTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an application can count on that declares the filter in its {@code web.xml}, whichever way it is deployed. */
abstract class FilterContract extends ServerTest {

    static final String PLAIN = "plain";
    static final String JPA = "jpa";

    static final ApplicationClient WITHOUT_JPA = new ApplicationClient(PLAIN);
    static final ApplicationClient WITH_JPA = new ApplicationClient(JPA);

    static final List<ApplicationClient> APPLICATIONS = List.of(WITHOUT_JPA, WITH_JPA);

    @BeforeEach
    void clear() {
        APPLICATIONS.forEach(ApplicationClient::clear);
    }

    private static HttpResponse<String> post(ApplicationClient application, String handler, End end) {
        return application.send("POST", handler + "?name=a&end=" + end);
    }

    private static Stream<Arguments> handlers(String... handlers) {
        return APPLICATIONS.stream()
                .flatMap(application -> Stream.of(handlers).map(handler -> Arguments.of(application, handler)));
    }

    static Stream<Arguments> handlersInside() {
        return handlers("filtered/servlet", "api/filtered/resource");
    }

    static Stream<Arguments> handlersOutside() {
        return handlers(
                "filtered/outside-servlet",
                "filtered/outside-servlet-method",
                "api/filtered/outside-resource",
                "api/filtered/outside-resource-method");
    }

    @ParameterizedTest
    @MethodSource("handlersInside")
    @DisplayName("L2 a handler below the filter is in a scope, in which a bean's nests, and it is committed")
    void inside(ApplicationClient application, String handler) {
        HttpResponse<String> answer = post(application, handler, End.RETURN);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("1 2 active");
        assertThat(application.items()).containsExactly("a");
    }

    @ParameterizedTest
    @MethodSource("handlersInside")
    @DisplayName("L13 an error status rolls back, and is answered as the handler made it")
    void errorStatus(ApplicationClient application, String handler) {
        HttpResponse<String> answer = post(application, handler, End.STATUS);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("1 2 active");
        assertThat(application.items()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("handlersInside")
    @DisplayName("L8 an exception that nobody catches rolls back, and the container answers")
    void exception(ApplicationClient application, String handler) {
        assertThat(post(application, handler, End.EXCEPTION).statusCode()).isEqualTo(500);
        assertThat(application.items()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("handlersOutside")
    @DisplayName("L3 L18 a handler with @NonXact has no transaction: what it does is committed, however it ends")
    void outside(ApplicationClient application, String handler) {
        HttpResponse<String> answer = post(application, handler, End.STATUS);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("0 1 none");
        assertThat(application.items()).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource({"filtered/servlet?end=RETURN&async=true&name=a", "api/filtered/async-resource?name=a"})
    @DisplayName("L4 starting asynchronous work is refused, and the request's work rolled back")
    void async(String handler) {
        assertThat(WITHOUT_JPA.send("POST", handler).statusCode()).isEqualTo(500);
        assertThat(WITHOUT_JPA.items()).isEmpty();
    }
}
