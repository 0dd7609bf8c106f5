// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.conformance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** The page: what the list says, and what the tests say of it. The same input gives the same text. */
record ConformancePage(BehaviourList list, Evidence evidence) {

    private static final String TOP = """
            // SPDX-FileCopyrightText: The xact authors
            // SPDX-License-Identifier: Apache-2.0
            // Written by the build, from behaviours.tsv and the tests: see CONTRIBUTING.adoc
            = Conformance

            What xact does, and the tests that show it. A behaviour has passed if every test that carries its id has, in every
            place where it runs.

            """;

    String text() {
        StringBuilder text = new StringBuilder(TOP).append(summary());
        list.groups().forEach(group -> append(text, group));
        return text.toString();
    }

    private String summary() {
        long passed = list.behaviours()
                .filter(behaviour -> behaviour.standing() == Standing.REQUIRED)
                .filter(behaviour -> evidence.outcome(behaviour.id()).equals(Optional.of(Outcome.PASSED)))
                .count();
        return "Built: %d, of which %d passed. Not yet built: %d. Not to be built: %d.\n"
                .formatted(count(Standing.REQUIRED), passed, count(Standing.LATER), count(Standing.DECLINED));
    }

    private long count(Standing standing) {
        return list.behaviours()
                .filter(behaviour -> behaviour.standing() == standing)
                .count();
    }

    private void append(StringBuilder text, BehaviourList.Group group) {
        text.append("\n== ").append(group.heading());
        text.append("\n\n[cols=\"1,9,6,2\"]\n|===\n| | What holds | Tested by | State\n");
        group.behaviours().forEach(behaviour -> append(text, behaviour));
        text.append("|===\n");
    }

    private void append(StringBuilder text, Behaviour behaviour) {
        text.append('\n');
        String statement = behaviour.statement().replace("|", "\\|");
        for (String cell : List.of(behaviour.id(), statement, tests(behaviour), state(behaviour))) {
            text.append(("| " + cell).strip()).append('\n');
        }
    }

    private String tests(Behaviour behaviour) {
        return evidence.testClasses(behaviour.id()).entrySet().stream()
                .map(ConformancePage::tests)
                .collect(Collectors.joining(" +\n"));
    }

    private static String tests(Map.Entry<Place, SortedSet<String>> testClasses) {
        return testClasses.getValue().stream()
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", ", testClasses.getKey().title() + ": ", ""));
    }

    private String state(Behaviour behaviour) {
        String tests = evidence.outcome(behaviour.id()).map(Outcome::toString).orElse("");
        return switch (behaviour.standing()) {
            case REQUIRED -> tests.isEmpty() ? "no test" : tests;
            case LATER -> tests.isEmpty() ? "not yet" : "not yet; what is there has " + tests;
            case DECLINED -> "by decision not";
        };
    }
}
