// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.XactRolledBackException;
import io.xact.support.Items;
import io.xact.support.PostgreSqlOnly;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Threads;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** PostgreSQL's write skew: two transactions that each read what the other one writes can't both be serialized. */
@PostgreSqlOnly
class SerializationFailureTest extends ScopeTest {

    private final Rivals rivals = new Rivals();
    private final Queue<String> ran = new ConcurrentLinkedQueue<>();

    SerializationFailureTest(Product product) {
        super(product);
    }

    private static List<String> readAll(DataSource dataSource) throws Exception {
        Items.execute(dataSource, "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE");
        return Items.query(dataSource, "SELECT name FROM item");
    }

    /** Reads all, and then writes how much there was. Both have read before one writes. */
    private void countAndInsert(Rivals.Rival rival) throws Exception {
        int count = readAll(items.orders()).size();
        xacts.onCommit(() -> ran.add("commit"));
        rival.meet();
        insert("after " + count);
    }

    @ParameterizedTest
    @EnumSource(Retrying.class)
    @DisplayName("R1 R2 R6 refused at the commit it is tried again, and what it reads then is what is there")
    void atTheCommit(Retrying retrying) throws Exception {
        rivals.run(attempt -> retrying.<Exception>run(surroundings(), attempt::run), rival -> {
            int count = readAll(items.orders()).size();
            xacts.onCommit(() -> ran.add("commit"));
            rival.meet();
            Items.insert(items.orders(), "after " + count + (count == 0 ? " by " + rival.number : ""));
            rival.meet(); // both have written before one commits
        });

        assertThat(rivals.attempts()).as("attempts of both").isGreaterThanOrEqualTo(3);
        assertThat(ran).hasSize(2);
        assertThat(rows()).hasSize(2).first().isEqualTo("after 0 by " + (rivals.attemptsOf(0) == 1 ? 0 : 1));
        assertThat(rows()).last().isEqualTo("after 1");
    }

    @ParameterizedTest
    @EnumSource(Retrying.class)
    @DisplayName("R1 R2 R6 refused at a statement, because the other one has committed, it is tried again")
    void atAStatement(Retrying retrying) throws Exception {
        CyclicBarrier committed = new CyclicBarrier(2);
        Threads.together(
                () -> {
                    xacts.run(() -> countAndInsert(rivals.new Rival(0)));
                    Threads.meet(committed);
                },
                () -> retrying.<Exception>run(surroundings(), () -> {
                    Rivals.Rival rival = rivals.new Rival(1);
                    int count = readAll(items.orders()).size();
                    rival.meet();
                    if (rivals.attemptsOf(1) == 1) {
                        Threads.meet(committed);
                    }
                    xacts.onCommit(() -> ran.add("commit"));
                    insert("after " + count);
                }));

        assertThat(rivals.attemptsOf(1)).isEqualTo(2);
        assertThat(ran).hasSize(2);
        assertThat(rows()).containsExactly("after 0", "after 1");
    }

    @ParameterizedTest
    @EnumSource(Retrying.class)
    @DisplayName("R1 R2 R6 with two databases it is refused when it is prepared, and tried again on both")
    void twoDatabases(Retrying retrying) throws Exception {
        rivals.run(attempt -> retrying.<Exception>run(surroundings(), attempt::run), rival -> {
            int count = readAll(items.orders()).size();
            insertAudit("attempt of " + rival.number);
            rival.meet();
            insert("after " + count + (count == 0 ? " by " + rival.number : ""));
            rival.meet();
        });

        assertThat(rivals.attempts()).as("attempts of both").isGreaterThanOrEqualTo(3);
        assertThat(rows()).hasSize(2).last().isEqualTo("after 1");
        assertThat(auditRows()).containsExactly("attempt of 0", "attempt of 1");
    }

    @Test
    @DisplayName("without retries it comes out as a roll back, not as an outcome that nobody knows")
    void withoutRetries() throws Exception {
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        rivals.run(
                attempt -> {
                    Throwable thrown = catchThrowable(() -> xacts.run(attempt::run));
                    if (thrown != null) {
                        failures.add(thrown);
                    }
                },
                rival -> {
                    readAll(items.orders());
                    rival.meet();
                    insert("by " + rival.number);
                    rival.meet();
                });

        assertThat(failures).singleElement().isInstanceOf(XactRolledBackException.class);
        assertThat(rows()).hasSize(1);
    }
}
