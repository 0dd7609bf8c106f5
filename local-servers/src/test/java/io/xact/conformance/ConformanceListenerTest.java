// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.conformance;

import static io.xact.conformance.Outcome.FAILED;
import static io.xact.conformance.Outcome.PASSED;
import static io.xact.conformance.Outcome.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.xact.conformance.PlantedTests.Product;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class ConformanceListenerTest {

    private final Path directory;
    private final AtomicBoolean somebodyRecords = new AtomicBoolean();

    ConformanceListenerTest(@TempDir Path parent) {
        this.directory = parent.resolve("of/this/run");
    }

    @BeforeEach
    void runInnerTestsWithThisListenerToo() {
        PlantedTests.runner = this::run;
    }

    @Test
    void aTestIsRecordedForEachIdOfItsName() throws IOException {
        run(PlantedTests.Plain.class);

        assertThat(results())
                .containsExactlyInAnyOrder(
                        new Result("A1", Place.JVM, "PlantedTests.Plain", PASSED),
                        new Result("A2", Place.JVM, "PlantedTests.Plain", PASSED),
                        new Result("A3", Place.JVM, "PlantedTests.Plain", FAILED),
                        new Result("A4", Place.JVM, "PlantedTests.Plain", SKIPPED),
                        new Result("A5", Place.JVM, "PlantedTests.Plain", SKIPPED));
    }

    @Test
    void anInvocationCarriesTheIdsOfItsMethodAndNotThoseOfItsArguments() throws IOException {
        run(PlantedTests.Parameterized.class);

        assertThat(results())
                .containsExactlyInAnyOrder(
                        new Result("B1", Place.H2, "PlantedTests.Parameterized", PASSED),
                        new Result("B1", Place.POSTGRESQL, "PlantedTests.Parameterized", FAILED));
    }

    @Test
    void eachProductOfAClassIsAPlace() throws IOException {
        run(PlantedTests.PerProduct.class);

        assertThat(results())
                .containsExactlyInAnyOrder(
                        new Result("C1", Place.H2, "PlantedTests.PerProduct", PASSED),
                        new Result("C1", Place.POSTGRESQL, "PlantedTests.PerProduct", FAILED),
                        new Result("C2", Place.H2, "PlantedTests.PerProduct", PASSED),
                        new Result("C2", Place.POSTGRESQL, "PlantedTests.PerProduct", PASSED));
    }

    @Test
    void onAServerThatIsThePlace() throws IOException {
        run(Place.WILDFLY, PlantedTests.PerProduct.class);

        assertThat(results()).isNotEmpty().extracting(Result::place).containsOnly(Place.WILDFLY);
    }

    @Test
    void dynamicTestsCarryTheIdsOfTheirContainers() throws IOException {
        run(PlantedTests.Dynamic.class);

        assertThat(results())
                .containsExactlyInAnyOrder(
                        new Result("D1", Place.JVM, "PlantedTests.Dynamic", PASSED),
                        new Result("D1", Place.JVM, "PlantedTests.Dynamic", FAILED),
                        new Result("D2", Place.JVM, "PlantedTests.Dynamic", PASSED),
                        new Result("D3", Place.JVM, "PlantedTests.Dynamic", PASSED),
                        new Result("D4", Place.JVM, "PlantedTests.Dynamic", FAILED));
    }

    @Test
    void aFactoryThatFailsIsATestThatFails() throws IOException {
        run(PlantedTests.FailingFactory.class);

        assertThat(results()).containsExactly(new Result("E1", Place.JVM, "PlantedTests.FailingFactory", FAILED));
    }

    @Test
    void testsThatTheirClassKeepsFromStartingHaveFailed() throws IOException {
        run(PlantedTests.FailingClass.class);

        assertThat(results())
                .containsExactlyInAnyOrder(
                        new Result("F1", Place.JVM, "PlantedTests.FailingClass", FAILED),
                        new Result("F2", Place.JVM, "PlantedTests.FailingClass", FAILED),
                        new Result("F3", Place.JVM, "PlantedTests.FailingClass.Inner", FAILED));
    }

    @Test
    void theTestsOfADisabledClassAreSkipped() throws IOException {
        run(PlantedTests.DisabledClass.class);

        assertThat(results())
                .containsExactlyInAnyOrder(
                        new Result("G1", Place.JVM, "PlantedTests.DisabledClass", SKIPPED),
                        new Result("G2", Place.JVM, "PlantedTests.DisabledClass", SKIPPED));
    }

    @Test
    void aTestOfAContractBelongsToTheClassThatKeepsIt() throws IOException {
        run(PlantedTests.ContractKeeper.class);

        assertThat(results()).containsExactly(new Result("H1", Place.JVM, "PlantedTests.ContractKeeper", PASSED));
    }

    @Test
    void testsThatATestRunsDoNotCount() throws IOException {
        run(PlantedTests.RunsOthers.class);

        assertThat(results())
                .containsExactlyInAnyOrder(
                        new Result("K1", Place.JVM, "PlantedTests.RunsOthers", PASSED),
                        new Result("K2", Place.JVM, "PlantedTests.RunsOthers", PASSED));
    }

    @Test
    void eachPlanHasAFileOfItsOwn() throws IOException {
        run(PlantedTests.PerProduct.class);
        run(PlantedTests.ContractKeeper.class);

        assertThat(directory).isDirectoryContaining("glob:**/results-*.tsv");
        assertThat(directory.toFile().list()).hasSize(2);
        assertThat(results()).extracting(Result::id).contains("C1", "H1");
    }

    @Test
    void testsWithoutIdsLeaveAnEmptyFile() throws IOException {
        run(PlantedTests.WithoutIds.class);

        assertThat(directory.toFile().list()).hasSize(1);
        assertThat(results()).isEmpty();
    }

    @Test
    void withoutADirectoryNothingIsRecorded() {
        run(new ConformanceListener(null, Place.JVM, somebodyRecords), PlantedTests.Plain.class);

        assertThat(directory).doesNotExist();
        assertThat(somebodyRecords).isFalse();
    }

    @Test
    void jUnitFindsIt() {
        Stream<Class<?>> found =
                ServiceLoader.load(TestExecutionListener.class).stream().map(ServiceLoader.Provider::type);

        assertThat(found).contains(ConformanceListener.class);
    }

    @Test
    void thePlantedProductsAreThePlaces() {
        assertThat(Stream.of(Product.values()).flatMap(product -> Place.ofInvocation(product.name()).stream()))
                .containsExactly(Place.H2, Place.POSTGRESQL);
    }

    private List<Result> results() throws IOException {
        return new ResultFiles(directory).read();
    }

    private void run(Class<?> testClass) {
        run(Place.JVM, testClass);
    }

    private void run(Place place, Class<?> testClass) {
        run(new ConformanceListener(directory.toString(), place, somebodyRecords), testClass);
    }

    private static void run(TestExecutionListener listener, Class<?> testClass) {
        LauncherConfig config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(listener)
                .build();
        Launcher launcher = LauncherFactory.create(config);
        launcher.execute(LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(testClass))
                .build());
    }
}
