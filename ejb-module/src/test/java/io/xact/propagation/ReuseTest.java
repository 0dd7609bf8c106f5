// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.Xact;
import io.xact.XactOptions;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One definition, nested in itself: the same options, and the same method of the same bean. */
@EveryProduct
public class ReuseTest extends ScopeTest {

    private final Recursive bean;
    private final XactOptions options = xacts.with().named("same");

    ReuseTest(Product product) {
        super(product);
        bean = surroundings().bean(Recursive.class);
    }

    /** What a level does before and after the one inside it. */
    public record Level(String name, boolean fails) {}

    /** What a level runs. */
    public interface Body {
        void run(Level level, Stream<Level> inside) throws Exception;
    }

    /** Calls itself, by way of its proxy. */
    @ApplicationScoped
    public static class Recursive {

        @Xact
        public void level(List<Level> levels, Body body) throws Exception {
            body.run(levels.get(0), levels.stream().skip(1));
        }
    }

    enum Reused {
        METHOD {
            @Override
            void open(ReuseTest test, List<Level> levels) throws Exception {
                test.bean.level(levels, (level, inside) -> test.inLevel(this, level, inside.toList()));
            }
        },
        OPTIONS {
            @Override
            void open(ReuseTest test, List<Level> levels) throws Exception {
                test.options.run(() -> test.inLevel(
                        this, levels.get(0), levels.stream().skip(1).toList()));
            }
        };

        abstract void open(ReuseTest test, List<Level> levels) throws Exception;
    }

    private void inLevel(Reused reused, Level level, List<Level> inside) throws Exception {
        insert(level.name());
        if (!inside.isEmpty()) {
            openCatching(reused, inside);
            assertThat(xacts.depth()).isEqualTo(1);
        }
        if (level.fails()) {
            throw new IllegalStateException(level.name());
        }
    }

    private void openCatching(Reused reused, List<Level> levels) throws Exception {
        if (levels.get(0).fails()) {
            assertThatThrownBy(() -> reused.open(this, levels))
                    .isExactlyInstanceOf(IllegalStateException.class)
                    .hasMessage(levels.get(0).name());
        } else {
            reused.open(this, levels);
        }
    }

    private static List<Level> levels(boolean outerFails, boolean innerFails) {
        return List.of(new Level("outer", outerFails), new Level("inner", innerFails));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("C1 nested in itself, both levels are kept, the inner one by a savepoint of its own")
    void bothKept(Reused reused) throws Exception {
        openCatching(reused, levels(false, false));

        assertThat(rows()).containsExactly("inner", "outer");
        assertThat(wire().savepointStatements()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("C2 nested in itself, a failure of the inner level costs that level only")
    void innerFails(Reused reused) throws Exception {
        openCatching(reused, levels(false, true));

        assertThat(rows()).containsExactly("outer");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("C3 nested in itself, a failure of the outer level costs both")
    void outerFails(Reused reused) throws Exception {
        openCatching(reused, levels(true, false));

        assertThat(rows()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("C4 nested in itself, failures of both levels leave nothing")
    void bothFail(Reused reused) throws Exception {
        openCatching(reused, levels(true, true));

        assertThat(rows()).isEmpty();
    }
}
