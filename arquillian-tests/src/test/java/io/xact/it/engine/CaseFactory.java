// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.LeavesRecords;
import io.xact.it.engine.application.Only;
import io.xact.it.support.ApplicationClient;
import io.xact.it.support.LeakCheck;
import io.xact.it.support.LogStore;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;

/** Makes tests of the methods of {@link Cases}: each has one of them played on the server, and looks for what it leaves open. */
final class CaseFactory {

    private final ApplicationClient application;

    CaseFactory(ApplicationClient application) {
        this.application = application;
    }

    Stream<DynamicTest> of(Class<? extends Cases> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(DisplayName.class))
                .sorted(Comparator.comparing(CaseFactory::name))
                .flatMap(this::tests);
    }

    private Stream<DynamicTest> tests(Method method) {
        if (method.getParameterCount() == 0) {
            return Stream.of(DynamicTest.dynamicTest(name(method), () -> play(method, "")));
        }
        return databases(method)
                .map(database -> DynamicTest.dynamicTest(
                        name(method) + " (" + database + ")", () -> play(method, "&database=" + database)));
    }

    private static Stream<Database> databases(Method method) {
        Only only = method.getAnnotation(Only.class);
        return only == null ? Stream.of(Database.values()) : Stream.of(only.value());
    }

    private static String name(Method method) {
        return method.getAnnotation(DisplayName.class).value();
    }

    private void play(Method method, String more) {
        LogStore.clear(); // an earlier case may have failed
        String query = "type=" + method.getDeclaringClass().getName() + "&method=" + method.getName() + more;
        String answer = application.send("POST", "api/cases?" + query).body();
        assertThat(answer).as("%s %s", method, more).isEqualTo("passed");
        LeavesRecords records = method.getAnnotation(LeavesRecords.class);
        if (records != null) {
            assertThat(LeakCheck.leaks())
                    .as("records that are left")
                    .hasSize(records.value())
                    .allMatch(leak -> leak.contains("HEURISTIC"));
            LogStore.clear();
        }
        assertThat(LeakCheck.leaks()).as("left open on the server").isEmpty();
    }
}
