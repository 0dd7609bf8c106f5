// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.programs;

import io.xact.OnCommit;
import io.xact.Work;
import io.xact.Xacts;
import io.xact.it.engine.application.Jta;
import io.xact.it.engine.application.Table;
import io.xact.it.engine.application.Tables;
import io.xact.it.engine.entities.Entities;
import io.xact.it.engine.entities.Item;
import io.xact.program.Application;
import io.xact.program.Db;
import io.xact.program.Leftovers;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionManager;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** This application, as programs want it: the orders are on PostgreSQL, the audit is on H2. */
@ApplicationScoped
class ServerApplication implements Application {

    @Inject
    private Xacts xacts;

    @Inject
    private Jta jta;

    @Inject
    private Tables tables;

    @Inject
    private ProgramScopes.OnMethod onMethod;

    @Inject
    private ProgramScopes.OnClass onClass;

    @Inject
    private Entities entities;

    @Inject
    @OnCommit
    private JMSProducer producer;

    @Resource(lookup = "java:/ConnectionFactory")
    @SuppressWarnings("NullAway.Init") // injected
    private ConnectionFactory outside;

    @Resource(lookup = "java:app/jms/programs")
    @SuppressWarnings("NullAway.Init") // injected
    private Queue queue;

    @SuppressWarnings("NullAway.Init") // before the first use
    private Leftovers leftovers;

    @PostConstruct
    void find() {
        leftovers = new Leftovers(jta.manager());
    }

    private Table table(Db db) {
        return switch (db) {
            case ORDERS -> tables.postgresql();
            case AUDIT -> tables.h2();
        };
    }

    @Override
    public Xacts xacts() {
        return xacts;
    }

    @Override
    public TransactionManager transactionManager() {
        return jta.manager();
    }

    @Override
    public String jndiName(Db db) {
        return table(db).database().jndiName();
    }

    @Override
    public DataSource unguarded(Db db) {
        return table(db).unguarded();
    }

    @Override
    public void persist(Db db, String row) {
        entities(db).persist(new Item(row));
    }

    @Override
    public void flush(Db db) {
        entities(db).flush();
    }

    private EntityManager entities(Db db) {
        return entities.of(table(db).database());
    }

    @Override
    public void send(String message) {
        producer.send(queue, message);
    }

    /** Read by a connection factory that takes part in no transaction. */
    @Override
    public List<String> takeMessages() {
        try (JMSContext context = outside.createContext();
                JMSConsumer consumer = context.createConsumer(queue)) {
            return Stream.generate(consumer::receiveNoWait)
                    .takeWhile(Objects::nonNull)
                    .map(ServerApplication::text)
                    .toList();
        }
    }

    private static String text(Message message) {
        try {
            return message.getBody(String.class);
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Set<Db> abortedByFailure() {
        return Set.of(Db.ORDERS);
    }

    @Override
    public @Nullable Object callByMethod(Work<Object, Throwable> work) throws Throwable {
        return onMethod.call(work);
    }

    @Override
    public @Nullable Object callByClass(Work<Object, Throwable> work) throws Throwable {
        return onClass.call(work);
    }

    @Override
    public void reset(String row) {
        try {
            tables.clear();
            for (Db db : Db.values()) {
                table(db).executeByOther("INSERT INTO item (name) VALUES ('" + row + "')");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<Db, List<String>> rows() {
        Map<Db, List<String>> rows = new EnumMap<>(Db.class);
        for (Db db : Db.values()) {
            rows.put(db, rows(table(db)));
        }
        return rows;
    }

    /** Each database has its own idea of order. */
    private static List<String> rows(Table items) {
        try {
            return items.committed().stream().sorted().toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Connections and branches are looked for from outside. */
    @Override
    public List<String> takeLeftovers() {
        return leftovers.takeAway();
    }
}
