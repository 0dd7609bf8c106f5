// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform;

import io.xact.internal.savepoint.EnlistedResources;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;

/**
 * Asks Narayana 7, by public methods of its classes, and the resources of IronJacamar, Artemis and Agroal for their
 * names. None of these classes can be seen from a deployment, hence the reflection. Other transaction managers tell
 * nothing. Thread-safe.
 */
final class NarayanaResources implements EnlistedResources {

    private final TransactionManager manager;

    NarayanaResources(TransactionManager manager) {
        this.manager = manager;
    }

    @Override
    public Map<XAResource, String> byName() {
        Map<XAResource, String> names = new LinkedHashMap<>();
        for (Object resource : resources().keySet()) {
            names.put((XAResource) resource, nameOf(resource));
        }
        return names;
    }

    private Map<?, ?> resources() {
        Transaction transaction = current();
        if (transaction == null) {
            return Map.of();
        }
        Object provider = call(transaction, "getProviderInterface", Transaction.class); // WildFly's wrapper
        Object resources = call(provider == null ? transaction : provider, "getResources");
        return resources instanceof Map<?, ?> found ? found : Map.of();
    }

    private @Nullable Transaction current() {
        try {
            return manager.getTransaction();
        } catch (SystemException e) {
            throw PlatformLog.LOG.transactionUnknown(e);
        }
    }

    /** Artemis puts a node id behind the name. */
    private static String nameOf(Object resource) {
        return call(resource, "getJndiName") instanceof String name
                ? name.split(" ", 2)[0]
                : resource.getClass().getName();
    }

    private static @Nullable Object call(Object target, String method, Object... arguments) {
        Class<?>[] types = arguments.length == 0 ? new Class<?>[0] : new Class<?>[] {Class.class};
        try {
            return target.getClass().getMethod(method, types).invoke(target, arguments);
        } catch (ReflectiveOperationException notOfThisKind) {
            return null;
        }
    }
}
