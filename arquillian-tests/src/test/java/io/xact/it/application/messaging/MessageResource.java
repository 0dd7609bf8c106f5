// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application.messaging;

import io.xact.Rollback;
import io.xact.Xacts;
import io.xact.it.application.filtered.Work;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends messages in a transaction and after it, and tells which come. */
@Path("messages")
@RequestScoped
public class MessageResource {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static final String LAST = "without a transaction";

    @Inject
    private MessageSender sender;

    @Inject
    private Xacts xacts;

    @Inject
    private Work work;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = "java:/ConnectionFactory")
    private ConnectionFactory connections;

    @POST
    public String exchange() throws SQLException {
        try (JMSContext context = connections.createContext()) {
            Destination destination = context.createTemporaryQueue();
            send(destination);
            sender.send(destination, LAST);
            return String.join("\n", received(context.createConsumer(destination)));
        }
    }

    private void send(Destination destination) throws SQLException {
        xacts.run(() -> {
            sender.send(destination, "outer");
            work.insert("row");
            xacts.run(() -> {
                sender.send(destination, "undone");
                throw new Rollback();
            });
            xacts.run(() -> sender.send(destination, "inner"));
        });
    }

    private static List<String> received(JMSConsumer consumer) {
        List<String> received = new ArrayList<>();
        String next = next(consumer);
        while (next != null && !next.equals(LAST)) {
            received.add(next);
            next = next(consumer);
        }
        received.add(String.valueOf(next));
        return received;
    }

    private static @Nullable String next(JMSConsumer consumer) {
        return consumer.receiveBody(String.class, LIMIT.toMillis());
    }
}
