// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import io.xact.internal.engine.Mark;
import io.xact.internal.engine.ScopeListener;
import io.xact.internal.engine.ScopeStack;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import javax.transaction.xa.XAResource;

/**
 * Looks for what a nested scope can't undo: a persistence context, a database that is enlisted and not guarded, or
 * anything else that was enlisted inside the scope. A scope that is rolled back beside it takes the whole transaction along: undone alone, it
 * would be half undone.
 */
public final class UnguardedWatch implements ScopeListener {

    private final EnlistedResources enlisted;
    private final DataSources dataSources;
    private final ScopeStack stack;

    /** By the sequence numbers of the open marks. */
    private final NavigableMap<Long, Set<XAResource>> enlistedAtEntry = new TreeMap<>();

    /**
     * For one transaction.
     *
     * @param enlisted tells what is enlisted
     * @param dataSources tells a database from other resources
     * @param stack the transaction's scopes
     */
    public UnguardedWatch(EnlistedResources enlisted, DataSources dataSources, ScopeStack stack) {
        this.enlisted = enlisted;
        this.dataSources = dataSources;
        this.stack = stack;
    }

    @Override
    public void opened(Mark mark) {
        enlistedAtEntry.put(mark.sequence(), enlisted.byName().keySet());
    }

    @Override
    public void released(Mark mark) {
        enlistedAtEntry.tailMap(mark.sequence(), true).clear();
    }

    @Override
    public void undone(Mark mark, boolean stays) {
        Set<XAResource> before = enlistedAtEntry.getOrDefault(mark.sequence(), Set.of());
        enlistedAtEntry.tailMap(mark.sequence(), !stays).clear();
        Set<String> unguarded = new TreeSet<>(enlisted.persistenceContexts());
        for (Map.Entry<XAResource, String> resource : enlisted.byName().entrySet()) {
            if (!isUndone(resource.getValue(), before.contains(resource.getKey()))) {
                unguarded.add(resource.getValue());
            }
        }
        if (!unguarded.isEmpty()) {
            throw SavepointLog.LOG.unguarded(String.join(", ", unguarded));
        }
    }

    private boolean isUndone(String name, boolean enlistedBefore) {
        return dataSources
                .find(name)
                .map(this::isGuarded)
                .orElse(enlistedBefore); // no database: it may have done nothing since
    }

    private boolean isGuarded(DataSource dataSource) {
        return stack.listeners(Branch.class).anyMatch(branch -> branch.isOf(dataSource));
    }
}
