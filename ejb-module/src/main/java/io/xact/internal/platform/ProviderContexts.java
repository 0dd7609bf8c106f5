// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform;

import io.xact.internal.platform.hibernate.HibernateContexts;
import io.xact.internal.savepoint.PersistenceContexts;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The persistence contexts of the thread's transaction, of whatever provider. What knows Hibernate is loaded only where a
 * session has joined. Thread-safe.
 */
final class ProviderContexts implements PersistenceContexts {

    private final TransactionServices services;
    private final ContainerContexts managed;

    ProviderContexts(TransactionServices services) {
        this.services = services;
        this.managed = new ContainerContexts(new NarayanaResources(services.manager()));
    }

    @Override
    public Set<String> unfollowed() {
        Set<String> unfollowed = new TreeSet<>(contexts().unfollowed());
        unfollowed.addAll(managed.othersThan(joined().keySet()));
        return unfollowed;
    }

    @Override
    public void flush() {
        contexts().flush();
    }

    @Override
    public Memento note() {
        return contexts().note();
    }

    private PersistenceContexts contexts() {
        Map<Object, Object> joined = joined();
        if (joined.isEmpty()) {
            return new NoneYet(this);
        }
        try {
            return Hibernate.contexts(services, joined);
        } catch (LinkageError notInSight) {
            return new Strangers(joined.keySet().stream()
                    .map(session ->
                            "a persistence context of " + session.getClass().getName())
                    .collect(Collectors.toUnmodifiableSet()));
        }
    }

    private Map<Object, Object> joined() {
        return new SessionsInTransaction(services.registry()).joined();
    }

    /** Loaded by its first use, which fails where the deployment doesn't see Hibernate. */
    private static final class Hibernate {

        static PersistenceContexts contexts(TransactionServices services, Map<Object, Object> joined) {
            return new HibernateContexts(services.transactions(), joined);
        }

        static Memento beforeAny(TransactionServices services, Map<Object, Object> joined) {
            return new HibernateContexts(services.transactions(), joined).beforeAny();
        }
    }

    /** What joins later has held nothing before. */
    private record NoneYet(ProviderContexts later) implements PersistenceContexts {

        @Override
        public Set<String> unfollowed() {
            return Set.of();
        }

        @Override
        public void flush() {
            // there is nothing to be written
        }

        @Override
        public Memento note() {
            return () -> {
                Map<Object, Object> joined = later.joined();
                if (!joined.isEmpty()) {
                    Hibernate.beforeAny(later.services, joined).restore();
                }
            };
        }
    }

    /** Another application's, whose provider this one doesn't see. */
    private record Strangers(Set<String> unfollowed) implements PersistenceContexts {

        @Override
        public void flush() {
            // nothing is known of them
        }

        @Override
        public Memento note() {
            return () -> {}; // who asks what can't follow never comes here
        }
    }
}
