// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.summary;

import io.xact.examples.shipments.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.ResultSet;
import java.sql.SQLException;

/** {@code /api/summary}. */
@ApplicationScoped
@Path("summary")
@Produces(MediaType.APPLICATION_JSON)
public class SummaryResource {

    @Inject
    Database database;

    /**
     * Counts.
     *
     * @return how many rows there are, all at one moment
     */
    @GET
    public Summary summary() {
        return database.query("""
                        SELECT (SELECT COUNT(*) FROM shipment) AS shipments,
                               (SELECT COALESCE(SUM(delay_minutes), 0) FROM shipment) AS delay_minutes,
                               (SELECT COUNT(*) FROM subscription) AS subscriptions,
                               (SELECT COUNT(*) FROM alert) AS alerts,
                               COUNT(CASE WHEN status = 'PENDING' THEN 1 END) AS pending,
                               COUNT(CASE WHEN status = 'DELIVERED' THEN 1 END) AS delivered,
                               COUNT(CASE WHEN status = 'FAILED' THEN 1 END) AS failed
                        FROM delivery""", SummaryResource::summary).get(0);
    }

    private static Summary summary(ResultSet row) throws SQLException {
        return new Summary(
                row.getLong("shipments"),
                row.getLong("delay_minutes"),
                row.getLong("subscriptions"),
                row.getLong("alerts"),
                row.getLong("pending"),
                row.getLong("delivered"),
                row.getLong("failed"));
    }
}
