// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A program sees the same through a guarded connection as through a bare one, wherever in a transaction it runs. */
@EveryProduct
class JdbcConformanceTest extends ScopeTest {

    private final Product product;
    private final Probe probe = Probe.in(surroundings().orders());

    JdbcConformanceTest(Product product) {
        super(product);
        this.product = product;
    }

    @BeforeEach
    void proveSavepoints() throws Exception {
        GuardedSession warmUp = new GuardedSession(surroundings());
        warmUp.run(session -> session.nested(Session::look));
        if (product == Product.POSTGRESQL) {
            PostgresProbe.in(probe);
        }
    }

    @TestFactory
    @DisplayName("nothing differs")
    Stream<DynamicNode> nothingDiffers() {
        return positions()
                .map(position -> DynamicContainer.dynamicContainer(
                        position.name(),
                        Steps.on(product).filter(position::takes).map(step -> test(position, step))));
    }

    /** Only on PostgreSQL do they differ. */
    private Stream<Position> positions() {
        return product == Product.POSTGRESQL ? Arrays.stream(Position.values()) : Stream.of(Position.SIBLING);
    }

    private DynamicTest test(Position position, Step step) {
        return DynamicTest.dynamicTest(position + " " + step, () -> nothingDiffers(position, step));
    }

    private void nothingDiffers(Position position, Step step) throws Exception {
        Session bare = new BareSession(surroundings().orders());
        Session guarded = new GuardedSession(surroundings());

        for (Session session : new Session[] {bare, guarded}) {
            probe.restart();
            session.run(position.around(step.program()));
        }

        String name = position + " " + step;
        assertSame(name, guarded.lines(), bare.lines());
        if (product == Product.POSTGRESQL) {
            assertThat(bare.failure() != null)
                    .as("%s: whether it fails: %s", name, bare.failure())
                    .isEqualTo(step.fails());
            assertThat(Travel.of(guarded.trips()))
                    .as("%s: how savepoint statements travelled in %s", name, guarded.trips())
                    .matches(travel -> position.accepts(step, travel), "as the step says, " + step.travel());
        }
    }

    /** Line by line, so that the first difference is what is told. */
    static void assertSame(String name, List<String> guarded, List<String> bare) {
        assertThat(bare).as("%s: what was seen", name).isNotEmpty();
        for (int i = 0; i < Math.min(guarded.size(), bare.size()); i++) {
            assertThat(guarded.get(i)).as("%s: line %s", name, i).isEqualTo(bare.get(i));
        }
        assertThat(guarded).as("%s: lines", name).hasSameSizeAs(bare);
    }
}
