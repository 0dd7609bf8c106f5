// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactTimeoutException;
import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.Conflict;
import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.Jta;
import io.xact.it.engine.application.LeavesRecords;
import io.xact.it.engine.application.Only;
import io.xact.it.engine.application.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;

/** Messages of transactions that fail for a reason of their database's, or of time. */
@ApplicationScoped
public class AttemptCases implements Cases {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject
    private Xacts xacts;

    @Inject
    private Jta jta;

    @Inject
    private Outbox outbox;

    @Inject
    private Mailbox mailbox;

    private Conflict conflict(Table items) throws SQLException {
        items.executeByOther("INSERT INTO item (name) VALUES ('mine'), ('other')");
        return new Conflict(items, jta.manager(), 1);
    }

    @Only(Database.POSTGRESQL)
    @DisplayName("N2 R6 a serialization failure of a statement: only the second attempt's message comes")
    public void serializationFailureOfStatement(Table items) throws Exception {
        Conflict conflict = conflict(items);
        xacts.with().retries(1).run(() -> {
            outbox.send("attempt " + (conflict.attempts() + 1));
            conflict.atStatement();
        });

        assertThat(mailbox.takeTexts()).containsExactly("attempt 2");
    }

    @LeavesRecords(1)
    @Only(Database.POSTGRESQL)
    @DisplayName("N2 R6 a serialization failure at prepare: only the second attempt's message comes")
    public void serializationFailureOfPrepare(Table items) throws Exception {
        Conflict conflict = conflict(items);
        xacts.with().retries(1).run(() -> {
            outbox.send("attempt " + (conflict.attempts() + 1));
            conflict.atCommit();
        });

        assertThat(mailbox.takeTexts()).containsExactly("attempt 2");
    }

    @DisplayName("N2 Q3 no message comes of a transaction that has timed out")
    public void timeout(Table items) throws Exception {
        assertThatThrownBy(() -> xacts.with().timeout(TIMEOUT).run(() -> {
                    items.insert("undone");
                    outbox.send("undone");
                    Awaitility.await()
                            .pollInSameThread()
                            .atMost(LIMIT)
                            .until(() -> jta.status() == Status.STATUS_ROLLEDBACK);
                }))
                .isInstanceOf(XactTimeoutException.class);

        assertThat(mailbox.takeTexts()).isEmpty();
        assertThat(items.committed()).isEmpty();
    }

    @DisplayName("N2 Q3 after the timeout a message is refused, and not sent at once")
    public void afterTimeout(Table items) throws Exception {
        assertThatThrownBy(() -> xacts.with().timeout(TIMEOUT).run(() -> {
                    items.insert("undone");
                    Awaitility.await()
                            .pollInSameThread()
                            .atMost(LIMIT)
                            .until(() -> jta.status() == Status.STATUS_ROLLEDBACK);
                    outbox.send("too late");
                }))
                .hasStackTraceContaining("XactTimeoutException");

        assertThat(mailbox.takeTexts()).isEmpty();
    }
}
