// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import io.xact.XactDefinitionException;
import io.xact.internal.engine.ScopeStack;
import io.xact.internal.engine.SourceNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** The data sources of one CDI container: what is known by which name, and what it can do. Thread-safe. */
public final class Sources implements SourceNames {

    private final DataSources dataSources;
    private final SavepointSupport support;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /**
     * Over the platform's.
     *
     * @param dataSources finds them by name
     * @param support notes what they can do
     */
    public Sources(DataSources dataSources, SavepointSupport support) {
        this.dataSources = dataSources;
        this.support = support;
    }

    SavepointSupport support() {
        return support;
    }

    /**
     * Notes that a name is used.
     *
     * @param name a JNDI name
     */
    public void use(String name) {
        known.add(name);
    }

    /**
     * The names that are used.
     *
     * @return by guarded data sources, by scopes, and by settings; in order
     */
    public SortedSet<String> names() {
        return new TreeSet<>(known);
    }

    /**
     * Looks for a data source.
     *
     * @param name its JNDI name
     * @return the data source; empty if there is none of that name
     */
    public Optional<DataSource> find(String name) {
        Optional<DataSource> found = dataSources.find(name);
        found.ifPresent(dataSource -> use(name));
        return found;
    }

    /**
     * Whether a data source that was not found may be found at its first use.
     *
     * @param name its JNDI name
     * @return {@code true} if it is on its way, or the name is a component's own
     */
    public boolean mayCome(String name) {
        boolean mayCome = dataSources.mayCome(name);
        if (mayCome) {
            SavepointLog.LOG.notSeenYet(name);
        }
        return mayCome;
    }

    Handles handles(Connection handle, Consumer<Connection> closed) {
        return dataSources.handles(handle, closed);
    }

    void heal(Connection connection) throws SQLException {
        dataSources.heal(connection);
    }

    @Override
    public void requireKnown(String origin, List<String> names) {
        for (String name : names) {
            if (!known.contains(name) && find(name).isEmpty()) {
                throw unknown(origin, name);
            }
        }
    }

    /**
     * There is no data source of a name.
     *
     * @param origin who uses it
     * @param name the name
     * @return the exception, which lists the names that are known
     */
    public XactDefinitionException unknown(String origin, String name) {
        return SavepointLog.LOG.unknownDataSource(origin, name, known.isEmpty() ? "none" : String.join(", ", names()));
    }

    /** Whether a data source is one of those that a scope uses, if by another name. */
    boolean names(List<String> using, String name, DataSource dataSource) {
        return using.isEmpty() || isAmong(using, name, dataSource);
    }

    /** Whether guarded connections of a data source are to stay outside a transaction. */
    boolean isLeftOut(ScopeStack stack, String name, DataSource dataSource) {
        return isAmong(stack.leftOut(), name, dataSource);
    }

    private boolean isAmong(List<String> names, String name, DataSource dataSource) {
        return names.contains(name)
                || names.stream()
                        .anyMatch(
                                other -> find(other).filter(dataSource::equals).isPresent());
    }
}
