// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.net.URI;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Tests that the listener is shown; the build doesn't run them, because they are inside another class. */
final class PlantedTests {

    /** Runs a class as a test of its own with a listener of ours. */
    static Consumer<Class<?>> runner = testClass -> {};

    private PlantedTests() {}

    enum Product {
        H2,
        POSTGRESQL;

        void failOnPostgresql() {
            assertThat(this).isEqualTo(H2);
        }
    }

    static class Plain {

        @Test
        @DisplayName("A1 A2 a test passes")
        void passes() {}

        @Test
        @DisplayName("A3 a test fails")
        void fails() {
            assertThat(true).isFalse();
        }

        @Test
        @Disabled("planted")
        @DisplayName("A4 a test is disabled")
        void isDisabled() {}

        @Test
        @DisplayName("A5 a test gives up")
        void givesUp() {
            assumeTrue(false);
        }

        @Test
        void withoutIds() {}
    }

    static class Parameterized {

        @ParameterizedTest(name = "{0} is a product")
        @EnumSource
        @DisplayName("B1 parameterised")
        void isParameterized(Product product) {
            product.failOnPostgresql();
        }
    }

    @ParameterizedClass(name = "{0}")
    @EnumSource
    record PerProduct(Product product) {

        @Test
        @DisplayName("C1 fails on PostgreSQL")
        void failsOnPostgresql() {
            product.failOnPostgresql();
        }

        @Test
        @DisplayName("C2 passes")
        void passes() {}
    }

    static class Dynamic {

        @TestFactory
        @DisplayName("D1 scenarios")
        Stream<DynamicNode> scenarios() {
            return Stream.of(
                    dynamicTest("D2 passes", () -> {}),
                    dynamicTest("has no id", () -> {}),
                    dynamicTest("D3 passes elsewhere", URI.create("scenario:3"), () -> {}),
                    dynamicContainer(
                            "D4 several",
                            Stream.of(
                                    dynamicTest("fails", () -> assertThat(true).isFalse()))));
        }
    }

    static class FailingFactory {

        @TestFactory
        @DisplayName("E1 no scenario")
        Stream<DynamicNode> scenarios() {
            throw new IllegalStateException("planted");
        }
    }

    static class FailingClass {

        @BeforeAll
        static void fail() {
            throw new IllegalStateException("planted");
        }

        @Test
        @DisplayName("F1 does not start")
        void doesNotStart() {}

        @ParameterizedTest
        @EnumSource
        @DisplayName("F2 does not start")
        void doesNotStart(Product product) {
            product.failOnPostgresql();
        }

        @Nested
        class Inner {

            @Test
            @DisplayName("F3 does not start")
            void doesNotStart() {}
        }
    }

    @Disabled("planted")
    @DisplayName("G2 of the class")
    static class DisabledClass {

        @Test
        @DisplayName("G1 does not start")
        void doesNotStart() {}
    }

    abstract static class Contract {

        @Test
        @DisplayName("H1 is kept")
        void isKept() {}
    }

    static class ContractKeeper extends Contract {}

    static class RunsOthers {

        @Test
        @DisplayName("K1 runs failing tests by the test kit")
        void byTheTestKit() {
            EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(Plain.class))
                    .execute()
                    .testEvents()
                    .assertStatistics(statistics -> statistics.failed(1));
        }

        @Test
        @DisplayName("K2 runs failing tests by a launcher")
        void byALauncher() {
            runner.accept(Plain.class);
        }
    }

    static class WithoutIds {

        @Test
        void passes() {}
    }
}
