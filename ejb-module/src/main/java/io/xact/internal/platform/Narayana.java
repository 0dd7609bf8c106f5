// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform;

import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Narayana on the class path, where neither JNDI nor CDI offers its services. */
final class Narayana {

    private Narayana() {}

    static <T> Optional<T> service(Class<T> type) {
        try {
            return Optional.ofNullable(find(type)).filter(type::isInstance).map(type::cast);
        } catch (ReflectiveOperationException notThere) {
            return Optional.empty();
        }
    }

    private static @Nullable Object find(Class<?> type) throws ReflectiveOperationException {
        if (type == TransactionManager.class) {
            return Class.forName("com.arjuna.ats.jta.TransactionManager")
                    .getMethod("transactionManager")
                    .invoke(null);
        }
        return type == TransactionSynchronizationRegistry.class
                ? Class.forName(
                                "com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple")
                        .getConstructor()
                        .newInstance()
                : null;
    }
}
