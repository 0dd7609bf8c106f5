// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What has to be so, whatever the page says. */
final class ConformanceRules {

    private ConformanceRules() {}

    /** What is wrong, a line for each. */
    static List<String> problems(BehaviourList list, Evidence evidence) {
        Set<String> listed = list.behaviours().map(Behaviour::id).collect(Collectors.toSet());
        List<String> problems = new ArrayList<>(untested(list, evidence));
        for (String id : evidence.ids()) {
            if (!listed.contains(id)) {
                problems.add(id + " is not in the list, but carried by a test: " + testClasses(id, evidence));
            }
            evidence.against(id).forEach(result -> problems.add(id + " has not passed: " + result));
        }
        return problems;
    }

    private static List<String> untested(BehaviourList list, Evidence evidence) {
        String ids = list.behaviours()
                .filter(behaviour -> behaviour.standing() == Standing.REQUIRED)
                .map(Behaviour::id)
                .filter(id -> evidence.of(id).isEmpty())
                .collect(Collectors.joining(", "));
        return ids.isEmpty() ? List.of() : List.of("required, but carried by no test: " + ids);
    }

    private static String testClasses(String id, Evidence evidence) {
        return evidence.of(id).stream().map(Result::testClass).distinct().collect(Collectors.joining(", "));
    }
}
