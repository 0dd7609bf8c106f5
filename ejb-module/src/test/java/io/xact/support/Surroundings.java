// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.support;

import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import io.xact.Xacts;
import io.xact.bean.BeanTest;
import io.xact.hand.PlaceTest;
import io.xact.order.OrderBeans;
import io.xact.propagation.DurableTest;
import io.xact.propagation.ReuseTest;
import io.xact.retry.Retrying;
import io.xact.using.UsingTest;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.transaction.TransactionManager;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * What tested code lives in: Weld, Narayana, and two databases of one product behind Agroal pools. Made once for each
 * product and kept for the JVM's life.
 */
public final class Surroundings {

    /** The JNDI name of the first database, which is also the default data source. */
    public static final String ORDERS = "java:/OrdersDS";

    /** The JNDI name of the second database. */
    public static final String AUDIT = "java:/AuditDS";

    /** Another JNDI name of the first database. */
    public static final String ORDERS_TOO = "java:/OrdersTooDS";

    private static final Map<Product, Map<String, Database>> DATABASES = new EnumMap<>(Product.class);
    private static final Map<Key, Surroundings> KNOWN = new HashMap<>();

    private record Key(Product product, Map<String, String> settings) {}

    private final Product product;
    private final Map<String, Database> databases;
    private final SeContainer container;

    private Surroundings(Product product) {
        this.product = product;
        this.databases = DATABASES.computeIfAbsent(product, Surroundings::databases);
        SeContainerInitializer weld = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addBeanClasses(TestBeans.CLASSES)
                .addBeanClasses(BeanTest.CLASSES.toArray(Class<?>[]::new))
                .addBeanClasses(DurableTest.Payment.class, ReuseTest.Recursive.class, Retrying.Bean.class)
                .addBeanClasses(OrderBeans.Service.class, PlaceTest.Opening.class, UsingTest.UsingAudit.class)
                .addExtensions(new NamedDataSources(databases), new Brokers());
        ServiceLoader.load(Extension.class).forEach(weld::addExtensions); // ours and Narayana's
        this.container = weld.initialize();
    }

    private static Map<String, Database> databases(Product product) {
        Database orders = database(product, ORDERS, "orders");
        return Map.of(ORDERS, orders, ORDERS_TOO, orders, AUDIT, database(product, AUDIT, "audit"));
    }

    private static Database database(Product product, String jndiName, String name) {
        try {
            Database database = new Database(
                    jndiName, product.url(name), transactionManager(), new TransactionSynchronizationRegistryImple());
            database.createTable();
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException("no database on " + product, e);
        }
    }

    /** The surroundings of a product. */
    public static Surroundings of(Product product) {
        return of(product, Map.of());
    }

    /** The surroundings of a product, with settings: a container of its own, on the same databases. */
    public static synchronized Surroundings of(Product product, Map<String, String> settings) {
        return KNOWN.computeIfAbsent(new Key(product, Map.copyOf(settings)), Surroundings::start);
    }

    /** Settings are read once, at the first use. */
    private static Surroundings start(Key key) {
        key.settings().forEach(System::setProperty);
        try {
            Surroundings started = new Surroundings(key.product());
            started.xacts().depth();
            return started;
        } finally {
            key.settings().keySet().forEach(System::clearProperty);
        }
    }

    /** Narayana's own, not by way of CDI. */
    public static TransactionManager transactionManager() {
        return com.arjuna.ats.jta.TransactionManager.transactionManager();
    }

    public Product product() {
        return product;
    }

    public Database orders() {
        return database(ORDERS);
    }

    public Database audit() {
        return database(AUDIT);
    }

    private Database database(String name) {
        return Objects.requireNonNull(databases.get(name), name);
    }

    Set<Database> databases() {
        return Set.copyOf(databases.values());
    }

    public Xacts xacts() {
        return bean(Xacts.class);
    }

    public <T> T bean(Class<T> type) {
        return container.select(type).get();
    }

    /** A container beside this one on the same databases, with classes that another loader has loaded. */
    public SeContainer another(ClassLoader loader, Extension extension) {
        return SeContainerInitializer.newInstance()
                .disableDiscovery()
                .setClassLoader(loader)
                .addExtensions(new NamedDataSources(databases), extension)
                .initialize();
    }

    public SeContainer container() {
        return container;
    }
}
