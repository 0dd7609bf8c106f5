// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;

/** Very many scopes in one transaction. */
@ApplicationScoped
public class ManyScopesCases implements Cases {

    private static final int SIBLINGS = 2000;
    private static final int LEVELS = 100;

    @Inject
    private Xacts xacts;

    private static String name(int number) {
        return "%05d".formatted(number);
    }

    private static List<String> names(int number) {
        return IntStream.range(0, number)
                .filter(i -> i % 2 == 0)
                .mapToObj(ManyScopesCases::name)
                .toList();
    }

    @DisplayName("S9 thousands of scopes one after the other, each undone alone or kept")
    public void siblings(Table items) throws Exception {
        xacts.run(() -> {
            for (int i = 0; i < SIBLINGS; i++) {
                int number = i;
                xacts.run(() -> {
                    items.insert(name(number));
                    xacts.setRollback(number % 2 != 0);
                });
            }
        });

        assertThat(items.committed()).isEqualTo(names(SIBLINGS));
    }

    @DisplayName("S9 a hundred scopes inside each other, every second one undone with what is inside it")
    public void levels(Table items) throws Exception {
        xacts.run(() -> descend(items, 0));

        assertThat(items.committed()).containsExactly(name(0), "after " + name(0));
    }

    /** The first level is kept, the second undone; what is further inside goes with it. */
    private void descend(Table items, int level) throws SQLException {
        items.insert(name(level));
        if (level < LEVELS) {
            xacts.run(() -> {
                descend(items, level + 1);
                xacts.setRollback(level % 2 == 0);
            });
        }
        items.insert("after " + name(level));
    }
}
