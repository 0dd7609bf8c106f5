// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program.jvm;

import io.xact.OnCommit;
import io.xact.Work;
import io.xact.Xacts;
import io.xact.program.Application;
import io.xact.program.Db;
import io.xact.support.Brokers;
import io.xact.support.Form;
import io.xact.support.Inbox;
import io.xact.support.Product;
import io.xact.support.Surroundings;
import jakarta.jms.JMSProducer;
import jakarta.transaction.TransactionManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The surroundings of a product as programs want them, with connections of its own to look from outside. */
public final class JvmApplication implements Application, AutoCloseable {

    private final Surroundings surroundings;
    private final Product product;
    private final Tables tables;
    private final JvmLeftovers leftovers;
    private final JMSProducer producer;
    private final Inbox inbox = new Inbox(Brokers.outside());

    private JvmApplication(Product product) throws SQLException {
        this.product = product;
        this.surroundings = Surroundings.of(product);
        this.tables = new Tables(surroundings);
        this.producer = surroundings
                .container()
                .select(JMSProducer.class, OnCommit.Literal.DEFAULT)
                .get();
        this.leftovers = new JvmLeftovers(surroundings, tables);
    }

    public static JvmApplication on(Product product) {
        try {
            return new JvmApplication(product);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Xacts xacts() {
        return surroundings.xacts();
    }

    @Override
    public TransactionManager transactionManager() {
        return Surroundings.transactionManager();
    }

    @Override
    public String jndiName(Db db) {
        return switch (db) {
            case ORDERS -> Surroundings.ORDERS;
            case AUDIT -> Surroundings.AUDIT;
        };
    }

    @Override
    public DataSource unguarded(Db db) {
        return switch (db) {
            case ORDERS -> surroundings.orders().pool();
            case AUDIT -> surroundings.audit().pool();
        };
    }

    @Override
    public void persist(Db db, String row) {
        throw new UnsupportedOperationException("no persistence provider is here");
    }

    @Override
    public void flush(Db db) {
        throw new UnsupportedOperationException("no persistence provider is here");
    }

    @Override
    public void send(String message) {
        producer.send(inbox.queue(), message);
    }

    @Override
    public List<String> takeMessages() {
        return inbox.texts();
    }

    @Override
    public Set<Db> abortedByFailure() {
        return product == Product.POSTGRESQL ? EnumSet.allOf(Db.class) : EnumSet.noneOf(Db.class);
    }

    @Override
    public @Nullable Object callByMethod(Work<Object, Throwable> work) throws Throwable {
        return Form.METHOD.in(surroundings).call(work);
    }

    @Override
    public @Nullable Object callByClass(Work<Object, Throwable> work) throws Throwable {
        return Form.CLASS.in(surroundings).call(work);
    }

    @Override
    public void reset(String row) {
        tables.reset(row);
    }

    @Override
    public Map<Db, List<String>> rows() {
        return tables.rows();
    }

    @Override
    public List<String> takeLeftovers() {
        return leftovers.takeAway();
    }

    @Override
    public void close() {
        tables.clear();
        try {
            tables.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
