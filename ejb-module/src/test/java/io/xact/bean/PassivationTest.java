// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.bean;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.Guarded;
import io.xact.OnCommit;
import io.xact.internal.engine.XactEngine;
import io.xact.internal.interceptor.RetryInterceptor;
import io.xact.internal.interceptor.XactDefinitions;
import io.xact.internal.interceptor.XactInterceptor;
import io.xact.support.Brokers;
import io.xact.support.Inbox;
import io.xact.support.Items;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.sql.Connection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a passivated bean carries; no database is asked about that. */
class PassivationTest extends ScopeTest {

    PassivationTest() {
        super(Product.H2);
    }

    @Test
    @DisplayName("Q15 interceptors and guarded data source survive passivation, and find their services again")
    void passivation() throws Exception {
        XactEngine engine = surroundings().bean(XactEngine.class);
        XactDefinitions definitions = surroundings().bean(XactDefinitions.class);

        assertThat(revived(new XactInterceptor(engine, definitions))).isInstanceOf(XactInterceptor.class);
        assertThat(revived(new RetryInterceptor(engine, definitions))).isInstanceOf(RetryInterceptor.class);
        try (Connection connection = revived(orders()).getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    @DisplayName("Q15 none of them carries a scope along: revived in none, the data source commits at once")
    void carriesNoScope() throws Exception {
        DataSource[] revived = new DataSource[1];
        failing(() -> {
            insert("scope");
            revived[0] = revived(orders());
        });
        Items.insert(revived[0], "no scope");

        assertThat(rows()).containsExactly("no scope");
    }

    @Test
    @DisplayName("Q15 so do the producer, the context and the executor of the commit")
    void onCommit() throws Exception {
        SeContainer container = surroundings().container();
        Inbox inbox = new Inbox(Brokers.outside());
        OnCommit.Literal plain = OnCommit.Literal.of(Brokers.PLAIN, OnCommit.Mode.AFTER_COMMIT);
        JMSProducer producer =
                revived(container.select(JMSProducer.class, plain).get());
        JMSContext context = revived(container.select(JMSContext.class, plain).get());
        Executor executor = revived(
                container.select(Executor.class, OnCommit.Literal.DEFAULT).get());
        CompletableFuture<String> ran = new CompletableFuture<>();

        xacts.run(() -> {
            producer.send(inbox.queue(), context.createTextMessage("a"));
            executor.execute(() -> ran.complete("task"));
        });

        assertThat(inbox.texts()).containsExactly("a");
        assertThat(ran.get(30, TimeUnit.SECONDS)).isEqualTo("task");
    }

    private DataSource orders() {
        return surroundings()
                .container()
                .select(DataSource.class, Guarded.Literal.of(Surroundings.ORDERS))
                .get();
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T revived(T original) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
