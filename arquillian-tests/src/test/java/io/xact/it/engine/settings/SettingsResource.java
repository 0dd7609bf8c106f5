// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.settings;

import io.xact.Guarded;
import io.xact.XactRolledBackException;
import io.xact.Xacts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Tells the settings by what they do. */
@Path("settings")
@RequestScoped
public class SettingsResource {

    @Inject
    private Xacts xacts;

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

    /** {@code xact.datasource}: the address of the database. */
    @GET
    @Path("datasource")
    public String dataSource() throws SQLException {
        try (Connection connection = byDefault.getConnection()) {
            return connection.getMetaData().getURL();
        }
    }
}
