// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.it.engine.application.Database;
import io.xact.it.engine.neighbour.NeighbourOwner;
import io.xact.it.engine.surroundings.BareShapes;
import io.xact.it.engine.surroundings.ByHandShapes;
import io.xact.it.engine.surroundings.EdgeShapes;
import io.xact.it.engine.surroundings.FlagShapes;
import io.xact.it.engine.surroundings.MergedShapes;
import io.xact.it.engine.surroundings.NestedShapes;
import io.xact.it.engine.surroundings.ReuseShapes;
import io.xact.it.engine.surroundings.Shape;
import io.xact.it.engine.surroundings.Surrounding;
import io.xact.it.engine.surroundings.Work;
import io.xact.it.support.ApplicationClient;
import io.xact.it.support.Archives;
import io.xact.it.support.LeakCheck;
import io.xact.it.support.LogStore;
import io.xact.it.support.ServerTest;
import io.xact.it.support.Tags;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The groups A to E in somebody else's transaction. */
@Tag(Tags.ENGINE)
class SurroundingsIT extends ServerTest {

    private static final List<Class<?>> SHAPES = List.of(
            NestedShapes.class,
            MergedShapes.class,
            ReuseShapes.class,
            FlagShapes.class,
            ByHandShapes.class,
            EdgeShapes.class,
            BareShapes.class);

    private static final ApplicationClient APPLICATION = new ApplicationClient("surroundings");

    @Deployment(name = "neighbour", order = 1, testable = false)
    static WebArchive neighbour() {
        return ShrinkWrap.create(WebArchive.class, "neighbour.war")
                .addPackage(NeighbourOwner.class.getPackage())
                .addAsLibraries(Archives.jars());
    }

    @Deployment(name = "surroundings", order = 2, testable = false)
    static WebArchive application() {
        return EngineArchives.warWithEntities("surroundings").addPackage(Shape.class.getPackage());
    }

    @TestFactory
    Stream<DynamicTest> insideScope() {
        return tests(Surrounding.SCOPE);
    }

    @TestFactory
    Stream<DynamicTest> insideUserTransaction() {
        return tests(Surrounding.USER_TRANSACTION);
    }

    @TestFactory
    Stream<DynamicTest> insideTransactional() {
        return tests(Surrounding.TRANSACTIONAL);
    }

    @TestFactory
    Stream<DynamicTest> insideEjb() {
        return tests(Surrounding.EJB);
    }

    @TestFactory
    Stream<DynamicTest> insideNeighbour() {
        return tests(Surrounding.NEIGHBOUR);
    }

    private static Stream<DynamicTest> tests(Surrounding surrounding) {
        return SHAPES.stream()
                .flatMap(type -> Arrays.stream(type.getMethods())
                        .filter(method -> method.isAnnotationPresent(Shape.class))
                        .sorted(Comparator.comparing(method -> shape(method).value())))
                .filter(method -> List.of(shape(method).in()).contains(surrounding.ownership()))
                .filter(method -> !List.of(shape(method).notIn()).contains(surrounding))
                .flatMap(method -> tests(surrounding, method));
    }

    private static Shape shape(Method method) {
        return method.getAnnotation(Shape.class);
    }

    private static Stream<DynamicTest> tests(Surrounding surrounding, Method method) {
        return Stream.of(shape(method).by())
                .flatMap(work ->
                        Stream.of(shape(method).on()).map(database -> test(surrounding, method, work, database)));
    }

    private static DynamicTest test(Surrounding surrounding, Method method, Work work, Database database) {
        String name = "%s %s (in %s, %s, %s)"
                .formatted(surrounding.id(), shape(method).value(), surrounding, work, database);
        return DynamicTest.dynamicTest(
                name,
                () -> assertThat(play(surrounding, method, work, database))
                        .as(name)
                        .isEqualTo("passed"));
    }

    private static String play(Surrounding surrounding, Method method, Work work, Database database) {
        LogStore.clear(); // an earlier shape may have failed
        String query = "type=" + method.getDeclaringClass().getName() + "&method=" + method.getName() + "&surrounding="
                + surrounding.name() + "&work=" + work.name() + "&database=" + database;
        String answer = APPLICATION.send("POST", "api/surroundings?" + query).body();
        assertThat(LeakCheck.leaks())
                .as("left open on the server by %s, which answered %s", query, answer)
                .isEmpty();
        return answer;
    }
}
