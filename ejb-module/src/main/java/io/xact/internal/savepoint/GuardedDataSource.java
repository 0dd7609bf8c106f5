// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import io.xact.internal.engine.Scope;
import io.xact.internal.engine.ScopeStack;
import io.xact.internal.engine.XactEngine;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Objects;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source whose connections are guarded. Thread-safe. Looked up at the first use, so that a deployment can name
 * one that it doesn't need.
 */
public class GuardedDataSource implements DataSource {

    private final XactEngine engine;
    private final Sources sources;
    private final String name;
    private volatile @Nullable DataSource found;

    /**
     * Guards a data source.
     *
     * @param engine runs the scopes
     * @param sources finds the data source
     * @param name its JNDI name
     */
    public GuardedDataSource(XactEngine engine, Sources sources, String name) {
        this.engine = Objects.requireNonNull(engine, "engine");
        this.sources = Objects.requireNonNull(sources, "sources");
        this.name = Objects.requireNonNull(name, "name");
    }

    @Override
    public Connection getConnection() throws SQLException {
        return guarded(DataSource::getConnection);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return guarded(dataSource -> dataSource.getConnection(user, password));
    }

    private Connection guarded(Arrival.Opening opening) throws SQLException {
        DataSource dataSource = openable();
        ScopeStack stack = engine.joined();
        if (stack != null && sources.isLeftOut(stack, name, dataSource)) {
            return OutsideJdbc.connection(engine, () -> healed(opening.of(dataSource)));
        }
        Arrival arrival = new Arrival(stack, name, dataSource);
        Connection raw = arrival.open(opening);
        Guard guard = new Guard(engine, sources, name, dataSource, raw);
        try {
            guard.opened(arrival);
        } catch (SQLException | RuntimeException e) {
            closeAfter(e, raw);
            throw e;
        }
        return GuardedJdbc.connection(raw, guard);
    }

    private Connection healed(Connection raw) throws SQLException {
        try {
            sources.heal(raw);
            return raw;
        } catch (SQLException | RuntimeException e) {
            closeAfter(e, raw);
            throw e;
        }
    }

    private DataSource openable() {
        Scope scope = engine.current();
        if (scope != null) {
            scope.requireOpen();
        }
        return dataSource();
    }

    private static void closeAfter(Exception failure, Connection raw) {
        try {
            raw.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private DataSource dataSource() {
        DataSource known = found;
        if (known == null) {
            known = sources.find(name).orElseThrow(() -> SavepointLog.LOG.dataSourceMissing(name));
            found = known;
        }
        return known;
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return dataSource().getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        dataSource().setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        dataSource().setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return dataSource().getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return dataSource().getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : dataSource().unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || dataSource().isWrapperFor(type);
    }

    @Override
    public String toString() {
        return "guarded data source " + name;
    }
}
