// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.crash.application;

import io.xact.Guarded;
import io.xact.Xacts;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import jakarta.transaction.TransactionManager;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Orders: each is a row, and a message that was sent by hand before it. */
@Path("orders")
@RequestScoped
public class OrdersResource {

    @Inject
    private Xacts xacts;

    @Inject
    @Guarded("java:jboss/datasources/OrdersDS")
    private DataSource orders;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = "java:/JmsXA")
    private ConnectionFactory enlisting;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = "java:/ConnectionFactory")
    private ConnectionFactory plain;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = "java:/jms/queue/deliveries")
    private Queue queue;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = "java:jboss/TransactionManager")
    private TransactionManager manager;

    @POST
    @Path("{id}")
    public void order(@PathParam("id") String id) throws SQLException {
        xacts.run(() -> place(id));
    }

    /** The database dies when everything is prepared. */
    @POST
    @Path("{id}/without-database")
    public void orderWithoutDatabase(@PathParam("id") String id) throws Exception {
        xacts.run(() -> {
            place(id);
            manager.getTransaction().enlistResource(new KillingResource(backend()));
        });
    }

    private void place(String id) throws SQLException {
        try (JMSContext context = enlisting.createContext()) {
            context.createProducer().send(queue, id);
        }
        try (Connection connection = orders.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO orders (id) VALUES (?)")) {
            insert.setString(1, id);
            insert.executeUpdate();
        }
    }

    private long backend() throws SQLException {
        try (Connection connection = orders.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT pg_backend_pid()")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Takes the next message; answers without content if there is none. */
    @DELETE
    @Path("message")
    public String message() {
        try (JMSContext context = plain.createContext();
                JMSConsumer consumer = context.createConsumer(queue)) {
            String id = consumer.receiveBodyNoWait(String.class);
            return id == null ? "" : id;
        }
    }
}
