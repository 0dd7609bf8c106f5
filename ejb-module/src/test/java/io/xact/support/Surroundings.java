// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.support;

import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import io.xact.Xacts;
import io.xact.bean.BeanTest;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.transaction.TransactionManager;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * What tested code lives in: Weld, Narayana, and two databases of one product behind Agroal pools. Made once for each
 * product and kept for the JVM's life.
 */
public final class Surroundings {

    /** The JNDI name of the first database, which is also the default data source. */
    public static final String ORDERS = "java:/OrdersDS";

    /** The JNDI name of the second database. */
    public static final String AUDIT = "java:/AuditDS";

    private static final Map<Product, Surroundings> KNOWN = new EnumMap<>(Product.class);

    private final Database orders;
    private final Database audit;
    private final SeContainer container;

    private Surroundings(Product product) throws SQLException {
        this.orders = database(product, ORDERS, "orders");
        this.audit = database(product, AUDIT, "audit");
        SeContainerInitializer weld = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addBeanClasses(TestBeans.CLASSES)
                .addBeanClasses(BeanTest.CLASSES.toArray(Class<?>[]::new))
                .addExtensions(new NamedDataSources(orders, audit));
        ServiceLoader.load(Extension.class).forEach(weld::addExtensions); // ours and Narayana's
        this.container = weld.initialize();
    }

    private static Database database(Product product, String jndiName, String name) throws SQLException {
        Database database = new Database(
                jndiName, product.url(name), transactionManager(), new TransactionSynchronizationRegistryImple());
        database.createTable();
        return database;
    }

    /** The surroundings of a product. */
    public static synchronized Surroundings of(Product product) {
        return KNOWN.computeIfAbsent(product, Surroundings::start);
    }

    private static Surroundings start(Product product) {
        try {
            return new Surroundings(product);
        } catch (SQLException e) {
            throw new IllegalStateException("no surroundings on " + product, e);
        }
    }

    /** Narayana's own, not by way of CDI. */
    public static TransactionManager transactionManager() {
        return com.arjuna.ats.jta.TransactionManager.transactionManager();
    }

    public Database orders() {
        return orders;
    }

    public Database audit() {
        return audit;
    }

    List<Database> databases() {
        return List.of(orders, audit);
    }

    public Xacts xacts() {
        return bean(Xacts.class);
    }

    public <T> T bean(Class<T> type) {
        return container.select(type).get();
    }

    public SeContainer container() {
        return container;
    }
}
