// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.settings;

import io.xact.Guarded;
import io.xact.XactDefinitionException;
import io.xact.XactRolledBackException;
import io.xact.Xacts;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Tells the settings by what they do. */
@Path("settings")
@RequestScoped
public class SettingsResource {

    private static final String LOCAL = "java:jboss/datasources/H2LocalDS";
    private static final String XA = "java:jboss/datasources/H2XaDS";

    @Inject
    private Xacts xacts;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = LOCAL)
    private DataSource local;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = XA)
    private DataSource xa;

    @Inject
    @Guarded
    private DataSource byDefault;

    /** {@code xact.merged-failure}: what is heard of a merged scope's failure that was caught. */
    @GET
    @Path("merged-failure")
    public String mergedFailure() {
        try {
            xacts.run(() -> {
                try {
                    xacts.with().savepoint(false).run(() -> {
                        throw new IllegalStateException("on purpose");
                    });
                } catch (IllegalStateException caught) {
                    // and forgotten
                }
            });
            return "silent";
        } catch (XactRolledBackException raised) {
            return "raise";
        }
    }

    /** {@code xact.local-datasource}: what is heard of a data source that is not XA beside one that is. */
    @GET
    @Path("local-datasource")
    public String localDataSource() throws SQLException {
        return used(xacts.guarded(LOCAL), xacts.guarded(XA));
    }

    /** The same by the server's own data sources, where it shows at the commit. */
    @GET
    @Path("local-datasource/unguarded")
    public String unguardedLocalDataSource() throws SQLException {
        return used(local, xa);
    }

    private String used(DataSource... dataSources) throws SQLException {
        try {
            xacts.run(() -> {
                for (DataSource dataSource : dataSources) {
                    dataSource.getConnection().close();
                }
            });
            return "warn";
        } catch (XactDefinitionException refused) {
            return String.valueOf(refused.getMessage());
        } catch (XactRolledBackException rolledBack) {
            return Stream.<Throwable>iterate(rolledBack, Objects::nonNull, Throwable::getCause)
                    .map(Throwable::toString)
                    .collect(Collectors.joining("\n"));
        }
    }

    /** {@code xact.datasource}: the address of the database. */
    @GET
    @Path("datasource")
    public String dataSource() throws SQLException {
        try (Connection connection = byDefault.getConnection()) {
            return connection.getMetaData().getURL();
        }
    }
}
