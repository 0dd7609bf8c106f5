// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.shipment;

import io.xact.Xact;
import io.xact.examples.shipments.database.Database;
import io.xact.examples.shipments.database.DatabaseException;
import io.xact.examples.shipments.failure.FailureInjection;
import io.xact.examples.shipments.problem.ProblemCode;
import io.xact.examples.shipments.problem.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The shipments. Thread-safe. */
@ApplicationScoped
public class Shipments {

    private static final String SELECT = "SELECT id, reference, route, delay_minutes FROM shipment";

    @Inject
    Database database;

    @Inject
    FailureInjection failures;

    /**
     * Stores a shipment.
     *
     * @param shipment to store
     * @return as stored
     * @throws RefusedException {@link ProblemCode#DUPLICATE_REFERENCE}
     */
    @Xact
    public Shipment create(NewShipment shipment) {
        long id = insert(shipment.reference(), shipment.route());
        failures.nestedOnly(() -> insert("undone with its scope " + id, shipment.route()));
        failures.atEnd();
        return new Shipment(id, shipment.reference(), shipment.route(), 0);
    }

    private long insert(String reference, List<String> route) {
        try {
            return database.insert(
                    "INSERT INTO shipment (reference, route) VALUES (?, ?)", reference, String.join("\n", route));
        } catch (DatabaseException e) {
            if (e.isDuplicate()) {
                throw new RefusedException(ProblemCode.DUPLICATE_REFERENCE, "there is a shipment with this reference");
            }
            throw e;
        }
    }

    /**
     * One shipment.
     *
     * @param id its id
     * @return as stored
     * @throws RefusedException {@link ProblemCode#UNKNOWN_SHIPMENT}
     */
    public Shipment find(long id) {
        return database.query(SELECT + " WHERE id = ?", Shipments::shipment, id).stream()
                .findFirst()
                .orElseThrow(Shipments::unknown);
    }

    /**
     * Some shipments, in the order in which they were stored.
     *
     * @param page which part of them
     * @return a page of them
     */
    public List<Shipment> list(Page page) {
        return database.query(
                SELECT + " ORDER BY id LIMIT ? OFFSET ?", Shipments::shipment, page.limit(), page.offset());
    }

    /**
     * Finds a shipment by the carrier's name for it.
     *
     * @param reference what the carrier calls it
     * @return its id
     * @throws RefusedException {@link ProblemCode#UNKNOWN_SHIPMENT}
     */
    public long idOf(String reference) {
        return database.query("SELECT id FROM shipment WHERE reference = ?", row -> row.getLong(1), reference).stream()
                .findFirst()
                .orElseThrow(Shipments::unknown);
    }

    /**
     * Adds a delay, in the caller's scope.
     *
     * @param id the shipment
     * @param minutes the delay, unchecked: the alert's constraint refuses what makes no sense
     * @throws RefusedException {@link ProblemCode#UNKNOWN_SHIPMENT}
     */
    public void delay(long id, int minutes) {
        if (database.update("UPDATE shipment SET delay_minutes = delay_minutes + ? WHERE id = ?", minutes, id) == 0) {
            throw unknown();
        }
    }

    private static RefusedException unknown() {
        return new RefusedException(ProblemCode.UNKNOWN_SHIPMENT, "there is no such shipment");
    }

    private static Shipment shipment(ResultSet row) throws SQLException {
        return new Shipment(
                row.getLong("id"),
                row.getString("reference"),
                row.getString("route").lines().toList(),
                row.getInt("delay_minutes"));
    }
}
