// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.WitnessResource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Databases are committed before the broker is, whichever was used first. */
@EveryProduct
class CommitOrderTest extends MessageTest {

    private final List<String> seenAtCommit = new ArrayList<>();

    CommitOrderTest(Product product) {
        super(product);
    }

    /** When a database is told to commit, whoever listens must not have the message yet. */
    private void watch() {
        surroundings().orders().wire().tap(this::look);
        surroundings().audit().wire().tap(this::look);
    }

    private void look(String call) {
        if (call.equals("xa commit")) {
            seenAtCommit.add("commit");
            seenAtCommit.addAll(inbox.texts());
        }
    }

    @Test
    @DisplayName("N13 S4 a row, then a message")
    void rowFirst() throws Exception {
        xacts.run(() -> {
            insert("a");
            send("a");
            watch();
        });

        assertThat(seenAtCommit).containsExactly("commit");
        assertThat(inbox.texts()).containsExactly("a");
        assertThat(rows()).containsExactly("a");
    }

    @Test
    @DisplayName("N13 S4 a message, then rows in two databases, in a nested scope")
    void messageFirst() throws Exception {
        xacts.run(() -> {
            send("a");
            xacts.run(() -> {
                insert("a");
                insertAudit("a");
            });
            watch();
        });

        assertThat(seenAtCommit).containsExactly("commit", "commit");
        assertThat(inbox.texts()).containsExactly("a");
        assertThat(rows()).containsExactly("a");
        assertThat(auditRows()).containsExactly("a");
    }

    @Test
    @DisplayName("N13 N16 whatever else commits slowly in between")
    void slowBranch() throws Exception {
        xacts.run(() -> {
            send("a");
            insert("a");
            new WitnessResource() {
                @Override
                public void commit(javax.transaction.xa.Xid xid, boolean onePhase) {
                    look("xa commit");
                }
            }.enlist();
            watch();
        });

        assertThat(seenAtCommit).containsExactly("commit", "commit");
        assertThat(inbox.texts()).containsExactly("a");
        assertThat(rows()).containsExactly("a");
    }
}
