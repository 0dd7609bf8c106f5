// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform;

import io.xact.internal.engine.Transactions;
import io.xact.internal.savepoint.DataSources;
import io.xact.internal.savepoint.EnlistedResources;
import io.xact.internal.savepoint.Handles;
import io.xact.internal.savepoint.PersistenceContexts;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The server's own things: by JNDI, and where that has none of them (Weld and Narayana without a server), as CDI beans or
 * from the class path.
 * Thread-safe.
 */
public final class Platform implements DataSources {

    /** Names that mean something else in each component, module or application. */
    private static final Set<String> OF_COMPONENT = Set.of("java:comp/", "java:module/", "java:app/");

    private final BeanManager beans;

    /**
     * For one CDI container.
     *
     * @param beans the container, started
     */
    public Platform(BeanManager beans) {
        this.beans = Objects.requireNonNull(beans, "beans");
    }

    /**
     * Whether this is a server, where names are JNDI names.
     *
     * @return {@code false} where services and data sources are CDI beans
     */
    public static boolean isServer() {
        return Services.find(TransactionManager.class, TransactionServices.MANAGERS)
                .isPresent();
    }

    /**
     * The transaction service.
     *
     * @return the server's
     * @throws io.xact.XactDefinitionException if there is none
     */
    public Transactions transactions() {
        return services().transactions();
    }

    /**
     * What is enlisted in the thread's transaction.
     *
     * @return tells it where it can be found out
     */
    public EnlistedResources enlistedResources() {
        return new NarayanaResources(manager());
    }

    /**
     * What persistence providers hold for the thread's transaction.
     *
     * @return follows it where it is Hibernate's
     */
    public PersistenceContexts persistenceContexts() {
        return new ProviderContexts(services());
    }

    /**
     * The transaction manager.
     *
     * @return the server's
     * @throws io.xact.XactDefinitionException if there is none
     */
    public TransactionManager manager() {
        return service(TransactionManager.class, TransactionServices.MANAGERS);
    }

    private TransactionServices services() {
        return new TransactionServices(
                manager(), service(TransactionSynchronizationRegistry.class, TransactionServices.REGISTRIES));
    }

    private <T> T service(Class<T> type, List<String> names) {
        return Services.find(type, names)
                .or(() -> bean(beans.createInstance().select(type)))
                .or(() -> Narayana.service(type))
                .orElseThrow(() -> PlatformLog.LOG.serviceMissing(type.getName(), String.join(", ", names)));
    }

    @Override
    public Optional<DataSource> find(String name) {
        return Services.find(DataSource.class, name).or(() -> isServer() ? Optional.empty() : named(name));
    }

    private Optional<DataSource> named(String name) {
        return bean(beans.createInstance().select(DataSource.class, NamedLiteral.of(name)));
    }

    @Override
    public boolean mayCome(String name) {
        return OF_COMPONENT.stream().anyMatch(name::startsWith) || Services.isStarting(name);
    }

    @Override
    public Handles handles(Connection handle, Consumer<Connection> closed) {
        try {
            return IronJacamarHandles.of(handle, closed);
        } catch (LinkageError noConnectors) {
            return Handles.UNKNOWN;
        }
    }

    @Override
    public void heal(Connection connection) throws SQLException {
        IronJacamar.heal(connection);
    }

    private static <T> Optional<T> bean(Instance<T> candidates) {
        return candidates.isResolvable() ? Optional.of(candidates.get()) : Optional.empty();
    }
}
