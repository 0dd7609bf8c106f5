// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** What a test leaves behind turns it red. */
class LeakCheckTest {

    /** Leaves something behind in each of its methods; run by hand below. */
    static class Planted extends ScopeTest {

        private static @Nullable Connection leaked;

        Planted() {
            super(Product.H2);
        }

        @Test
        void transaction() throws Exception {
            Surroundings.transactionManager().begin();
        }

        @Test
        void connection() throws Exception {
            leaked = surroundings().orders().pool().getConnection();
        }

        @Test
        void row() throws Exception {
            insert("left behind");
        }

        @Test
        void savepoint() throws Exception {
            Surroundings.transactionManager().begin();
            try (Connection connection = surroundings().orders().pool().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("SAVEPOINT left_open");
            }
            Surroundings.transactionManager().commit();
        }

        @Test
        void nothing() throws Exception {
            insert("seen");
            assertThat(rows()).containsExactly("seen");
        }

        static void mend() throws Exception {
            if (leaked != null) {
                leaked.close();
                leaked = null;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "transaction, status of the thread's transaction",
        "connection, connections taken from java:/OrdersDS",
        "row, rows on java:/OrdersDS that no assertion has seen",
        "savepoint, savepoints left open on java:/OrdersDS"
    })
    @DisplayName("each kind of leak is found, and named")
    void leakIsFound(String method, String message) throws Exception {
        List<String> failures = failuresOf(method);
        Planted.mend();

        assertThat(failures).singleElement().asString().contains(message);
    }

    @Test
    @DisplayName("a test that leaves nothing is green")
    void nothingIsFound() {
        assertThat(failuresOf("nothing")).isEmpty();
    }

    private static List<String> failuresOf(String method) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(Planted.class, method))
                .execute()
                .testEvents()
                .failed()
                .stream()
                .map(LeakCheckTest::messageOf)
                .toList();
    }

    private static String messageOf(Event failed) {
        return failed.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .map(Throwable::getMessage)
                .orElse("");
    }
}
