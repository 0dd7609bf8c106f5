// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.figures.application;

import io.xact.OnCommit;
import io.xact.Xacts;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.Queue;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/** Transactions one after the other, by some threads at once. */
@Path("transactions")
@RequestScoped
public class TransactionsResource {

    private static final String TEXT = "a text of some length";

    @Inject
    private Xacts xacts;

    @Inject
    @OnCommit
    private JMSProducer held;

    @Inject
    @OnCommit(mode = OnCommit.Mode.AFTER_COMMIT)
    private JMSProducer afterCommit;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource
    private ManagedExecutorService executor;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = "java:/JmsXA")
    private ConnectionFactory enlisting;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = "java:/ConnectionFactory")
    private ConnectionFactory plain;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = "java:/jms/queue/deliveries")
    private Queue queue;

    /** Answers how many nanoseconds all of them took. */
    @POST
    public long run(
            @QueryParam("source") String source,
            @QueryParam("work") Work work,
            @QueryParam("threads") int threads,
            @QueryParam("count") int count)
            throws Exception {
        DataSource items = xacts.guarded(source);
        long begin = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            running.add(executor.submit(() -> {
                for (int each = 0; each < count / threads; each++) {
                    xacts.run(() -> once(items, work));
                }
                return null;
            }));
        }
        for (Future<?> each : running) {
            each.get();
        }
        return System.nanoTime() - begin;
    }

    private void once(DataSource items, Work work) throws SQLException {
        try (Connection connection = items.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO item (name) VALUES (?)")) {
            insert.setString(1, "a name of some length");
            insert.executeUpdate();
        }
        switch (work) {
            case ROW -> {}
            case ROW_AND_MESSAGE_BY_HAND -> {
                try (JMSContext context = enlisting.createContext()) {
                    context.createProducer().send(queue, TEXT);
                }
            }
            case ROW_AND_HELD_MESSAGE -> held.send(queue, TEXT);
            case ROW_AND_MESSAGE_AFTER_COMMIT -> afterCommit.send(queue, TEXT);
        }
    }

    /** Takes what was sent. */
    @DELETE
    public void drain() {
        try (JMSContext context = plain.createContext(JMSContext.SESSION_TRANSACTED);
                JMSConsumer consumer = context.createConsumer(queue)) {
            while (consumer.receive(100) != null) {
                // the next one
            }
            context.commit();
        }
    }
}
