// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform;

import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The persistence contexts that WildFly manages in a transaction: it keeps them in the transaction's registry, each under its unit's
 * name. The registry doesn't tell the names, so they are read from Narayana's private map. Thread-safe.
 */
final class ContainerContexts {

    private static final String OF_WILDFLY = "org.jboss.as.jpa.";

    private final NarayanaResources transaction;

    ContainerContexts(NarayanaResources transaction) {
        this.transaction = transaction;
    }

    /**
     * Those in the thread's transaction that are none of the sessions which are followed: of a provider that isn't known, say.
     *
     * @param followed the sessions, told from others by identity
     * @return their names, in words
     */
    Set<String> othersThan(Set<Object> followed) {
        return held().entrySet().stream()
                .filter(entry -> entry.getKey() instanceof String && isOther(entry.getValue(), followed))
                .map(entry -> "the persistence context " + entry.getKey())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<?, ?> held() {
        Object narayana = transaction.narayana();
        return narayana != null && PrivateFields.value(narayana, "_txLocalResources") instanceof Map<?, ?> map
                ? map
                : Map.of();
    }

    private static boolean isOther(Object held, Set<Object> followed) {
        return held.getClass().getName().startsWith(OF_WILDFLY)
                && entityManagers(held).anyMatch(manager -> isOther(manager, followed));
    }

    private static boolean isOther(EntityManager manager, Set<Object> followed) {
        return manager.isJoinedToTransaction()
                && followed.stream().noneMatch(session -> session == manager.getDelegate());
    }

    /** What is held is an entity manager, or has some in its fields. */
    private static Stream<EntityManager> entityManagers(Object held) {
        return held instanceof EntityManager manager
                ? Stream.of(manager)
                : Arrays.stream(held.getClass().getDeclaredFields())
                        .map(field -> Optional.ofNullable(PrivateFields.value(held, field.getName())))
                        .flatMap(Optional::stream)
                        .flatMap(value -> value instanceof Map<?, ?> map ? map.values().stream() : Stream.of(value))
                        .filter(EntityManager.class::isInstance)
                        .map(EntityManager.class::cast);
    }
}
