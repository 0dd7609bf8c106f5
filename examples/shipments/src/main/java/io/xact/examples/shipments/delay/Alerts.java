// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.delay;

import io.xact.Xacts;
import io.xact.examples.shipments.database.Database;
import io.xact.examples.shipments.database.DatabaseException;
import io.xact.examples.shipments.problem.ProblemCode;
import io.xact.examples.shipments.problem.RefusedException;
import io.xact.examples.shipments.shipment.Shipments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The alerts, one for each delay. What a caller does here belongs to the caller's scope. Thread-safe. */
@ApplicationScoped
public class Alerts {

    @Inject
    Xacts xacts;

    @Inject
    Database database;

    @Inject
    Shipments shipments;

    /**
     * Adds a delay to its shipment and stores the alert. If that fails, the shipment's new delay is for the caller's scope
     * to undo: there must be one.
     *
     * @param shipmentId the shipment
     * @param delay what happened to it
     * @return the alert's id
     * @throws RefusedException {@link ProblemCode#UNKNOWN_SHIPMENT}, {@link ProblemCode#DUPLICATE_EVENT} or
     *     {@link ProblemCode#CONSTRAINT}
     */
    public long raise(long shipmentId, Delay delay) {
        xacts.requireActive();
        try {
            shipments.delay(shipmentId, delay.minutes());
            return database.insert(
                    "INSERT INTO alert (shipment_id, event_id, minutes, reason) VALUES (?, ?, ?, ?)",
                    shipmentId,
                    delay.eventId(),
                    delay.minutes(),
                    delay.reason());
        } catch (DatabaseException e) {
            throw refused(e);
        }
    }

    private static RuntimeException refused(DatabaseException failure) {
        if (failure.isDuplicate()) {
            return new RefusedException(ProblemCode.DUPLICATE_EVENT, "this event was stored before");
        }
        if (failure.isConstraint()) {
            return new RefusedException(ProblemCode.CONSTRAINT, "'minutes' must be 1 to 10080");
        }
        return failure;
    }
}
