// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform;

import io.xact.internal.savepoint.EnlistedResources;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.jspecify.annotations.Nullable;

/**
 * Asks Narayana 7, by public methods where there are any, and the resources of IronJacamar, Artemis and Agroal for their
 * names. None of these classes can be seen from a deployment, hence the reflection. Other transaction managers tell
 * nothing. Thread-safe.
 */
final class NarayanaResources implements EnlistedResources {

    private final TransactionManager manager;
    private final MarkerTables markerTables = new MarkerTables();

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

    @Override
    public Optional<Xid> branchOf(XAResource resource) {
        Object information = resources().get(resource);
        return information != null && call(information, "xid", List.of()) instanceof Xid xid
                ? Optional.of(xid)
                : Optional.empty();
    }

    @Override
    public boolean isLocal(XAResource resource) {
        return isOnePhase(resource) && markerTableOf(resource).isEmpty();
    }

    /** IronJacamar's and Agroal's both implement an interface of IronJacamar's, which has Narayana commit them last. */
    private static boolean isOnePhase(XAResource resource) {
        return is(resource, "org.jboss.tm.LastResource");
    }

    /** With this interface beside it, and its name on the list, Narayana commits them first. */
    @Override
    public Optional<String> markerTableOf(XAResource resource) {
        Object narayana = isOnePhase(resource) && is(resource, "org.jboss.tm.ConnectableResource") ? narayana() : null;
        return narayana == null ? Optional.empty() : markerTables.of(narayana, nameOf(resource));
    }

    private static boolean is(XAResource resource, String type) {
        return Stream.<Class<?>>iterate(resource.getClass(), Objects::nonNull, Class::getSuperclass)
                .flatMap(each -> Arrays.stream(each.getInterfaces()))
                .anyMatch(implemented -> implemented.getName().equals(type));
    }

    private Map<?, ?> resources() {
        Object narayana = narayana();
        Object resources = narayana == null ? null : call(narayana, "getResources", List.of());
        return resources instanceof Map<?, ?> found ? found : Map.of();
    }

    /** The transaction as Narayana has it; {@code null} where there is none. */
    @Nullable Object narayana() {
        Transaction transaction = current();
        if (transaction == null) {
            return null;
        }
        Object behindWildFlys = call(transaction, "getProviderInterface", List.of(Class.class), Transaction.class);
        return behindWildFlys == null ? transaction : behindWildFlys;
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
        return call(resource, "getJndiName", List.of()) instanceof String name
                ? name.split(" ", 2)[0]
                : resource.getClass().getName();
    }

    private static @Nullable Object call(Object target, String method, List<Class<?>> types, Object... arguments) {
        try {
            return target.getClass()
                    .getMethod(method, types.toArray(Class<?>[]::new))
                    .invoke(target, arguments);
        } catch (ReflectiveOperationException notOfThisKind) {
            return null;
        }
    }
}
