// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform;

import io.xact.internal.engine.Transactions;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.Optional;

/**
 * The server's transaction service, as it is found where no CDI container is at hand: in JNDI, or Narayana's on the class
 * path.
 *
 * @param manager begins and ends transactions
 * @param registry keeps what belongs to one
 */
public record TransactionServices(TransactionManager manager, TransactionSynchronizationRegistry registry) {

    // UserTransaction would not do: the specification forbids it inside @Transactional and in EJBs with container
    // managed transactions (Jakarta Transactions 2.0, section 3.7)
    static final List<String> MANAGERS =
            List.of("java:jboss/TransactionManager", "java:/TransactionManager", "java:appserver/TransactionManager");

    static final List<String> REGISTRIES =
            List.of("java:comp/TransactionSynchronizationRegistry", "java:jboss/TransactionSynchronizationRegistry");

    /**
     * Looks for it.
     *
     * @return the service; empty where there is none
     */
    public static Optional<TransactionServices> find() {
        return find(TransactionManager.class, MANAGERS)
                .flatMap(manager -> find(TransactionSynchronizationRegistry.class, REGISTRIES)
                        .map(registry -> new TransactionServices(manager, registry)));
    }

    private static <T> Optional<T> find(Class<T> type, List<String> names) {
        return Services.find(type, names).or(() -> Narayana.service(type));
    }

    /**
     * The calling thread's transactions.
     *
     * @return they, by this service
     */
    public Transactions transactions() {
        return new Transactions(manager, registry);
    }
}
