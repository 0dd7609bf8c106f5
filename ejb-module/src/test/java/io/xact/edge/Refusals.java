// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import io.xact.support.Wire;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/** Ways to have the database refuse what is sent when a scope is left. */
final class Refusals {

    private Refusals() {}

    /** Refuses all statements that begin so, before the database gets to see them. */
    static void refuse(Wire wire, String... beginnings) {
        wire.tap(call -> {
            if (Arrays.stream(beginnings).anyMatch(call::startsWith)) {
                throw refusal(call);
            }
        });
    }

    /** Refuses the first statement that begins so. */
    static void refuseOnce(Wire wire, String beginning) {
        boolean[] refused = new boolean[1];
        wire.tap(call -> {
            if (!refused[0] && call.startsWith(beginning)) {
                refused[0] = true;
                throw refusal(call);
            }
        });
    }

    private static SQLException refusal(String call) {
        return new SQLException("refused: " + call, "58000");
    }

    /**
     * Has the engine believe that another copy of its classes shares the thread's transaction: then releases don't wait for
     * the next statement, on PostgreSQL either.
     */
    static void anotherCopyJoins() {
        Object copies = new TransactionSynchronizationRegistryImple().getResource("io.xact.copies");
        assertThat(copies).isInstanceOf(AtomicLong.class);
        ((AtomicLong) copies).incrementAndGet();
    }
}
