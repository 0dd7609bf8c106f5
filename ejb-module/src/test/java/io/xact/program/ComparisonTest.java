// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.program.ScopeShape.Propagation;
import io.xact.program.jvm.JvmApplication;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The comparison of random programs can go red, and tells why in few lines. */
@EveryProduct
class ComparisonTest extends ScopeTest {

    private static final int ENOUGH = 2000;

    private final Product product;

    ComparisonTest(Product product) {
        super(product);
        this.product = product;
    }

    @ParameterizedTest
    @ValueSource(strings = {"setRollback", "rollbackTo", "register", "mark"})
    @DisplayName("T1 a model that ignores a call is found out, by a program of few lines")
    void wrongModelIsFoundOut(String ignored) {
        requireFoundOut(Mix.GUARDED, program -> true, ignoring(ignored));
    }

    @Test
    @DisplayName("T1 a model that takes unguarded work for guarded, and so dooms nothing for it, is found out")
    void modelThatUndoesEverythingIsFoundOut() {
        requireFoundOut(
                Mix.ONE_KIND_A_DATABASE,
                program -> !program.toString().contains("fail to insert"), // what the flag hears of differs too
                ComparisonTest::guardingEverything);
    }

    private void requireFoundOut(Mix mix, Predicate<Program> candidates, UnaryOperator<World> sabotage) {
        try (QuietLog quiet = QuietLog.on();
                JvmApplication application = JvmApplication.on(product)) {
            Comparison comparison = new Comparison(application, sabotage);
            Program different = LongStream.range(0, ENOUGH)
                    .mapToObj(seed -> Programs.of(seed, mix))
                    .filter(candidates)
                    .filter(comparison::isDifferent)
                    .findFirst()
                    .orElseThrow();

            Program smallest = Shrinking.of(different, comparison::isDifferent);

            assertThat(quiet.isQuiet()).isTrue();
            assertThat(comparison.isDifferent(smallest)).isTrue();
            assertThat(smallest.size()).as("lines of %s", smallest).isLessThanOrEqualTo(5);
        }
    }

    /** The model, deaf to one call. */
    private static UnaryOperator<World> ignoring(String call) {
        return model ->
                proxy((method, arguments) -> method.getName().equals(call) ? null : method.invoke(model, arguments));
    }

    /** The model, blind to who guards a connection. */
    private static World guardingEverything(World model) {
        return proxy((method, arguments) -> {
            if (method.getName().equals("open")) {
                arguments[1] = Access.GUARDED;
            }
            return method.invoke(model, arguments);
        });
    }

    private interface Handler {
        @Nullable Object handle(Method method, @Nullable Object[] arguments) throws ReflectiveOperationException;
    }

    private static World proxy(Handler handler) {
        return (World) Proxy.newProxyInstance(
                World.class.getClassLoader(), new Class<?>[] {World.class}, (proxy, method, arguments) -> {
                    try {
                        return handler.handle(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    @DisplayName("T1 a program shrinks to the steps that matter, and to the plainest that do")
    void shrinksToWhatMatters() {
        Program large = LongStream.range(0, ENOUGH)
                .mapToObj(Programs::of)
                .filter(program -> program.size() > 30 && hasDurableWithMark(program))
                .findFirst()
                .orElseThrow();

        assertThat(Shrinking.of(large, ComparisonTest::hasDurableWithMark)).hasToString("""

                        program {
                            scope by lambda, durable {
                                marked by a third party
                            }
                        }
                        """);
    }

    private static boolean hasDurableWithMark(Program program) {
        return program.steps().stream().anyMatch(ComparisonTest::hasDurableWithMark);
    }

    private static boolean hasDurableWithMark(Step step) {
        if (step instanceof InScope scope && scope.shape().propagation() == Propagation.DURABLE) {
            return scope.toString().contains(Call.MARKED_BY_A_THIRD_PARTY.name());
        }
        return step instanceof Nest nest && nest.steps().stream().anyMatch(ComparisonTest::hasDurableWithMark);
    }

    @Test
    @DisplayName("T1 what programs hardly ever meet is told")
    void rareConstructsAreTold() {
        Census census = new Census();
        for (int i = 0; i < 100; i++) {
            census.add(i < 2 ? Set.of(Construct.LOOK, Construct.ROLLBACK) : Set.of(Construct.LOOK));
        }
        assertThat(census.rarerThan(2, Mix.GUARDED))
                .contains(Construct.CAUGHT)
                .doesNotContain(Construct.LOOK, Construct.ROLLBACK);
        assertThat(census.rarerThan(3, Mix.GUARDED)).contains(Construct.ROLLBACK);
    }
}
