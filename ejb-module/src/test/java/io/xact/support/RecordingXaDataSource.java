// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.support;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Objects;
import java.util.logging.Logger;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.xa.PGXADataSource;

/** The driver's XA data source for a URL, recorded. Agroal makes it by its class name and sets its properties. */
public final class RecordingXaDataSource implements XADataSource {

    private String url = "";
    private @Nullable XADataSource driver;

    public void setUrl(String url) {
        this.url = url;
        this.driver = url.startsWith("jdbc:h2:") ? h2(url) : postgresql(url);
    }

    private static XADataSource h2(String url) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url);
        return h2;
    }

    private static XADataSource postgresql(String url) {
        PGXADataSource postgresql = new PGXADataSource();
        postgresql.setUrl(url);
        return postgresql;
    }

    private XADataSource driver() {
        return Objects.requireNonNull(driver, "setUrl comes first");
    }

    @Override
    public XAConnection getXAConnection() throws SQLException {
        return RecordingJdbc.record(driver().getXAConnection(), Database.wireOf(url));
    }

    @Override
    public XAConnection getXAConnection(String user, String password) throws SQLException {
        return RecordingJdbc.record(driver().getXAConnection(user, password), Database.wireOf(url));
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return driver().getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        driver().setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        driver().setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return driver().getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("io.xact.support");
    }
}
