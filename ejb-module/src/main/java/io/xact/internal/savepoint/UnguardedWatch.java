// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import io.xact.internal.engine.Mark;
import io.xact.internal.engine.Scope;
import io.xact.internal.engine.ScopeListener;
import io.xact.internal.engine.ScopeStack;
import io.xact.internal.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;

/**
 * Has databases follow the scopes whose connections are not seen. A scope sets its savepoint on them when it is entered, if they
 * are enlisted by then. One that joins later, and any other resource that does, takes the whole transaction along if the scope is
 * rolled back: undone alone, it would be half undone.
 */
public final class UnguardedWatch implements ScopeListener {

    private final EnlistedResources enlisted;
    private final LocalDataSources localDataSources;
    private final Sources sources;
    private final ScopeStack stack;
    private final IdentityHashMap<XAResource, Optional<DataSource>> databases = new IdentityHashMap<>();

    /** What was enlisted at the entry, by the sequence numbers of the open marks. */
    private final NavigableMap<Long, Set<XAResource>> atEntry = new TreeMap<>();

    /**
     * For one transaction.
     *
     * @param enlisted tells what is enlisted
     * @param localDataSources is asked about what is enlisted together
     * @param sources tells a database from other resources
     * @param stack the transaction's scopes
     */
    public UnguardedWatch(
            EnlistedResources enlisted, LocalDataSources localDataSources, Sources sources, ScopeStack stack) {
        this.enlisted = enlisted;
        this.localDataSources = localDataSources;
        this.sources = sources;
        this.stack = stack;
    }

    /** That of a transaction; {@code null} where there is none. */
    static @Nullable UnguardedWatch of(@Nullable ScopeStack stack) {
        return stack == null
                ? null
                : stack.listeners(UnguardedWatch.class).findFirst().orElse(null);
    }

    @Override
    public void opened(Mark mark) throws SQLException {
        if (stack.isBeyondHelp()) {
            return; // a server may refuse statements then
        }
        Map<XAResource, String> resources = enlisted.byName();
        try {
            setSavepoints(mark, resources);
        } catch (SQLException e) {
            if (Dialect.isBranchBroken(e)) {
                stack.fail(e);
            }
            throw e;
        }
        atEntry.put(mark.sequence(), resources.keySet());
    }

    private void setSavepoints(Mark mark, Map<XAResource, String> resources) throws SQLException {
        for (Map.Entry<XAResource, String> resource : resources.entrySet()) {
            Branch branch = branch(resource, mark.sequence());
            if (branch != null) {
                branch.entered(mark);
            }
        }
    }

    /** A database's branch, found now if no connection of it was seen before; {@code null} for other resources. */
    private @Nullable Branch branch(Map.Entry<XAResource, String> resource, long foundBefore) throws SQLException {
        DataSource dataSource = database(resource).orElse(null);
        if (dataSource == null) {
            return null;
        }
        Branch seen = seen(dataSource);
        return seen == null ? found(resource.getValue(), dataSource, foundBefore) : seen;
    }

    private Optional<DataSource> database(Map.Entry<XAResource, String> resource) {
        return databases.computeIfAbsent(resource.getKey(), key -> sources.find(resource.getValue()));
    }

    private @Nullable Branch seen(DataSource dataSource) {
        return stack.listeners(Branch.class)
                .filter(branch -> branch.isOf(dataSource))
                .findFirst()
                .orElse(null);
    }

    private Branch found(String name, DataSource dataSource, long before) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Branch.found(connection, stack, sources, name, dataSource, before);
        }
    }

    /**
     * A persistence context is about to join, and has run no statement yet: open scopes get their savepoints in time.
     *
     * @param dataSource where it will work
     */
    void joining(DataSource dataSource) {
        boolean isUsedUnseen = !hasSeen(dataSource) && hasEnlisted(dataSource);
        try (Connection connection = dataSource.getConnection()) {
            Map.Entry<XAResource, String> resource = resourceOf(dataSource);
            if (resource == null) {
                return; // it is told at the edge that it has joined
            }
            if (isUsedUnseen) {
                Branch.found(connection, stack, sources, resource.getValue(), dataSource, Long.MAX_VALUE);
            } else {
                Branch.of(connection, Dialect.of(connection), stack, sources, resource.getValue(), dataSource)
                        .joinedUnseen();
            }
        } catch (SQLException e) {
            throw SavepointLog.LOG.contextNotJoined(dataSource.toString(), e);
        }
    }

    private Map.@Nullable Entry<XAResource, String> resourceOf(DataSource dataSource) {
        return enlisted.byName().entrySet().stream()
                .filter(resource ->
                        database(resource).filter(dataSource::equals).isPresent())
                .findFirst()
                .orElse(null);
    }

    /** Whether the transaction has a branch on a data source that is followed. */
    boolean hasSeen(DataSource dataSource) {
        return seen(dataSource) != null;
    }

    /** Whether a data source is in the transaction, by whatever connection. */
    boolean hasEnlisted(DataSource dataSource) {
        return resourceOf(dataSource) != null;
    }

    /** A guarded connection was opened, the first of its data source in the transaction. */
    void joined() {
        localDataSources.check(enlisted.byName());
    }

    /** Why a connection could not join the transaction. The server doesn't name the data source that is in the way. */
    SQLException explained(String name, SQLException refusal) {
        SQLException explained = stack.isBeyondHelp() ? localDataSources.explained(name, refusal) : refusal;
        Scope scope = stack.current();
        if (scope != null && explained != refusal) {
            scope.fail(explained);
        }
        return explained;
    }

    @Override
    public @Nullable Exception explain(Throwable failure) {
        return failure instanceof SQLException ? localDataSources.explanation() : null;
    }

    @Override
    public void released(Mark mark) {
        atEntry.tailMap(mark.sequence(), true).clear();
    }

    @Override
    public void undone(Mark mark, boolean stays) throws SQLException {
        Set<XAResource> before = atEntry.get(mark.sequence());
        atEntry.tailMap(mark.sequence(), !stays).clear();
        if (before == null || stack.isBeyondHelp()) {
            return; // all of the transaction goes
        }
        Map<XAResource, String> resources = enlisted.byName();
        Set<String> lost = new TreeSet<>();
        for (Map.Entry<XAResource, String> resource : resources.entrySet()) {
            boolean isUndone = database(resource).isPresent()
                    ? isOnly(resource, resources) && isUndone(resource, mark, stays)
                    : before.contains(resource.getKey()); // it may have done nothing since
            if (!isUndone) {
                lost.add(resource.getValue());
            }
        }
        if (!lost.isEmpty()) {
            throw SavepointLog.LOG.unguarded(String.join(", ", lost));
        }
    }

    /** Several branches of a data source have a connection each, and a savepoint covers one of them. */
    private static boolean isOnly(Map.Entry<XAResource, String> resource, Map<XAResource, String> resources) {
        return Collections.frequency(resources.values(), resource.getValue()) == 1;
    }

    /** A branch that was seen is told by itself. One that was not may have been guarded by another copy of our classes. */
    private boolean isUndone(Map.Entry<XAResource, String> resource, Mark mark, boolean stays) throws SQLException {
        DataSource dataSource = database(resource).orElseThrow();
        if (seen(dataSource) != null) {
            return true;
        }
        Branch branch = found(resource.getValue(), dataSource, Long.MAX_VALUE);
        if (branch.hasSavepoint(mark)) {
            branch.undone(mark, stays);
            return true;
        }
        return false;
    }

    /** The databases that were not seen so far are asked too whether they would keep what they hold. */
    @Override
    public void beforeCompletion() throws SQLException {
        for (Map.Entry<XAResource, String> resource : enlisted.byName().entrySet()) {
            branch(resource, Long.MAX_VALUE);
        }
    }

    @Override
    public void handOver() {
        localDataSources.check(enlisted.byName());
    }
}
