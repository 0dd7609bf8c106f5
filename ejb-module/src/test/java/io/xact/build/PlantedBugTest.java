// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import io.xact.support.Surroundings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Each group of tests goes red for a bug in what it tests. Runs in a JVM of its own, where no other test comes after. */
class PlantedBugTest {

    @AfterEach
    void leaveNothingOnTheThread() throws Exception {
        Surroundings.transactionManager().suspend();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("the planted bug turns its group red")
    void turnsItsGroupRed(PlantedBug bug) throws Exception {
        List<String> failed = new ArrayList<>();
        bug.plantFor(() -> failed.addAll(failedTestsOf(bug)));

        assertThat(failed).as("tests of %s that noticed", bug).isNotEmpty();
    }

    private static List<String> failedTestsOf(PlantedBug bug) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectPackage("io.xact"))
                .filters(isOf(bug))
                .execute()
                .testEvents()
                .failed()
                .map(Event::getTestDescriptor)
                .map(TestDescriptor::getDisplayName)
                .toList();
    }

    private static PostDiscoveryFilter isOf(PlantedBug bug) {
        return descriptor -> FilterResult.includedIf(
                descriptor.getSource().filter(source -> isOf(bug, source)).isPresent());
    }

    private static boolean isOf(PlantedBug bug, TestSource source) {
        if (!(source instanceof MethodSource method)) {
            return false;
        }
        DisplayName name = method.getJavaMethod().getAnnotation(DisplayName.class);
        return name != null && bug.isFor(name.value());
    }
}
