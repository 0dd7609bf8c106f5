// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.conformance;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * The results of one plan of tests. A test carries the ids in its own name and in the names around it: its factory's, its
 * parameterised method's, its class's. Thread-safe.
 */
final class Recording {

    private final TestPlan plan;
    private final Place usualPlace;
    private final Set<Result> results = ConcurrentHashMap.newKeySet();

    /** Begins; a test is in the usual place unless that is the JVM and the test is named after a database. */
    Recording(TestPlan plan, Place usualPlace) {
        this.plan = plan;
        this.usualPlace = usualPlace;
    }

    /** A container that did not pass stands for all tests in it, those that it kept from starting included. */
    void ended(TestIdentifier identifier, Outcome outcome) {
        if (outcome != Outcome.PASSED) {
            add(identifier, outcome);
            plan.getDescendants(identifier).forEach(inside -> add(inside, outcome));
        } else if (identifier.isTest()) {
            add(identifier, outcome);
        }
    }

    private void add(TestIdentifier identifier, Outcome outcome) {
        List<TestIdentifier> path = path(identifier);
        Place place = place(path);
        String testClass = testClass(path);
        path.stream()
                .filter(step -> !isInvocation(step))
                .map(step -> DisplayName.ids(step.getDisplayName()))
                .flatMap(Collection::stream)
                .forEach(id -> results.add(new Result(id, place, testClass, outcome)));
    }

    /** From the test outwards. */
    private List<TestIdentifier> path(TestIdentifier identifier) {
        return Stream.iterate(Optional.of(identifier), Optional::isPresent, step -> step.flatMap(plan::getParent))
                .flatMap(Optional::stream)
                .toList();
    }

    /** An invocation's name tells its arguments: a database's name among them is not an id. */
    private static boolean isInvocation(TestIdentifier identifier) {
        return identifier.getUniqueIdObject().getLastSegment().getType().endsWith("-invocation");
    }

    private Place place(List<TestIdentifier> path) {
        if (usualPlace != Place.JVM) {
            return usualPlace;
        }
        return path.stream()
                .filter(Recording::isInvocation)
                .flatMap(step -> Place.ofInvocation(step.getDisplayName()).stream())
                .findFirst()
                .orElse(usualPlace);
    }

    private static String testClass(List<TestIdentifier> path) {
        return path.stream()
                .flatMap(step -> step.getSource().flatMap(Recording::className).stream())
                .findFirst()
                .map(name -> name.substring(name.lastIndexOf('.') + 1).replace('$', '.'))
                .orElse("?");
    }

    private static Optional<String> className(TestSource source) {
        if (source instanceof MethodSource method) {
            return Optional.of(method.getClassName());
        }
        return source instanceof ClassSource type ? Optional.of(type.getClassName()) : Optional.empty();
    }

    /** What has been recorded, in order. */
    Collection<Result> results() {
        return new TreeSet<>(results);
    }
}
