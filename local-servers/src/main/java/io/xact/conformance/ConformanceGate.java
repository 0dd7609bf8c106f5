// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The end of the build: writes the page, or checks the one that is there, and fails if the list and the tests contradict each
 * other. A run of some of the tests says nothing about the list, so it is left alone.
 *
 * @param check whether the page is compared, not written
 * @param root the repository
 * @param run the run of the build whose results count
 * @param modules whose tests carry ids
 */
record ConformanceGate(boolean check, Path root, String run, List<String> modules) {

    private static final String LIST = "docs/behaviours.tsv";
    private static final String PAGE = "docs/conformance.adoc";

    /** Each makes Maven leave out tests. */
    private static final List<String> NARROWING = List.of(
            "test",
            "it.test",
            "groups",
            "excludedGroups",
            "skipTests",
            "skipITs",
            "maven.test.skip",
            "xact.test.products");

    ConformanceGate {
        modules = List.copyOf(modules);
    }

    /**
     * Passes the gate.
     *
     * @return what was done
     * @throws ConformanceException if it is closed
     */
    String pass(Properties properties) throws IOException {
        Optional<String> narrowed = narrowedBy(properties);
        if (narrowed.isPresent()) {
            return PAGE + " is left as it is: with -D" + narrowed.get() + " not all tests run";
        }
        Optional<String> missing = missing();
        if (missing.isEmpty()) {
            return compare();
        }
        String found = "in this run there are no results from " + missing.get();
        if (check) { // where nobody watches, a listener that writes nothing must not open the gate
            throw new ConformanceException(PAGE + " can't be checked: " + found + ". Run the tests of all modules");
        }
        return PAGE + " is left as it is: " + found;
    }

    private static Optional<String> narrowedBy(Properties properties) {
        return NARROWING.stream()
                .filter(name -> !properties.getProperty(name, "false").equals("false"))
                .findFirst();
    }

    private Optional<String> missing() {
        return modules.stream().filter(module -> !files(module).exist()).findFirst();
    }

    private ResultFiles files(String module) {
        return ResultFiles.of(root.resolve(module), run);
    }

    private String compare() throws IOException {
        BehaviourList list = BehaviourList.read(root.resolve(LIST));
        Evidence evidence = evidence();
        List<String> problems = new ArrayList<>(ConformanceRules.problems(list, evidence));
        String text = new ConformancePage(list, evidence).text();
        String found = found();
        if (!found.equals(text)) {
            if (check) {
                problems.add(difference(found, text));
            } else { // a page that tells of problems too: it shows where they are
                Files.writeString(page(), text);
            }
        }
        if (!problems.isEmpty()) {
            throw new ConformanceException(
                    LIST + ", " + PAGE + " and the tests don't agree:\n  " + String.join("\n  ", problems));
        }
        return PAGE + (found.equals(text) ? " is what the tests say" : " is written anew: commit it");
    }

    private Evidence evidence() throws IOException {
        List<Result> results = new ArrayList<>();
        for (String module : modules) {
            results.addAll(files(module).read());
        }
        return new Evidence(results);
    }

    private Path page() {
        return root.resolve(PAGE);
    }

    private String found() throws IOException {
        return Files.exists(page()) ? Files.readString(page()).replace("\r\n", "\n") : "";
    }

    private static String difference(String found, String text) {
        List<String> foundLines = found.lines().toList();
        List<String> lines = text.lines().toList();
        int line = 0;
        while (line < Math.min(foundLines.size(), lines.size())
                && foundLines.get(line).equals(lines.get(line))) {
            line++;
        }
        return PAGE + " is not what the tests say, from line " + (line + 1)
                + " on: run mvn verify without -Pci, and commit the page that it writes";
    }
}
