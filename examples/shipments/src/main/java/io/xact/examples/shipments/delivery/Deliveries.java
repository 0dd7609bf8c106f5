// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.delivery;

import io.xact.Xact;
import io.xact.examples.shipments.Settings;
import io.xact.examples.shipments.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The deliveries. Thread-safe. */
@ApplicationScoped
public class Deliveries {

    private static final int REQUEUED_AT_ONCE = 500;

    @Inject
    Database database;

    @Inject
    DeliveryQueue queue;

    @Inject
    Settings settings;

    /**
     * Stores a pending delivery, in the caller's scope.
     *
     * @param alertId the alert
     * @param subscriptionId who is told
     * @return its id
     */
    public long add(long alertId, long subscriptionId) {
        return database.insert(
                "INSERT INTO delivery (alert_id, subscription_id) VALUES (?, ?)", alertId, subscriptionId);
    }

    /**
     * Finds a delivery.
     *
     * @param id its id
     * @return empty if there is none that is committed
     */
    public Optional<Delivery> find(long id) {
        return database.query("""
                        SELECT d.id, d.status, s.url, a.id AS alert_id, h.reference, a.minutes, a.reason
                        FROM delivery d
                        JOIN subscription s ON s.id = d.subscription_id
                        JOIN alert a ON a.id = d.alert_id
                        JOIN shipment h ON h.id = a.shipment_id
                        WHERE d.id = ?""", Deliveries::delivery, id).stream().findFirst();
    }

    /**
     * Records an attempt. One that is delivered stays so, whatever a second message for it comes to.
     *
     * @param id the delivery
     * @param outcome what came of the attempt
     * @return how far the delivery is now
     */
    @Xact
    public DeliveryStatus record(long id, Outcome outcome) {
        if (outcome.error() == null) {
            database.update("""
                    UPDATE delivery
                    SET status = 'DELIVERED', attempts = attempts + 1, last_error = NULL, touched_at = CURRENT_TIMESTAMP
                    WHERE id = ?""", id);
        } else {
            database.update("""
                    UPDATE delivery
                    SET status = CASE WHEN attempts + 1 < ? THEN 'PENDING' ELSE 'FAILED' END,
                        attempts = attempts + 1, last_error = ?, touched_at = CURRENT_TIMESTAMP
                    WHERE id = ? AND status = 'PENDING'""", settings.webhookAttempts(), outcome.error(), id);
        }
        return find(id).map(Delivery::status).orElse(DeliveryStatus.FAILED);
    }

    /**
     * Queues again what has been pending for too long. A commit leaves no row without its message; but the broker gives up
     * on one in the end, its store or the database may have been restored from a copy, and H2 may forget its last commits in
     * a crash, the outcome of a webhook among them, whose message is gone. A message too many does no harm.
     *
     * @return how many were queued
     */
    @Xact
    public int requeue() {
        List<Long> overdue = database.query(
                """
                SELECT id FROM delivery
                WHERE status = 'PENDING' AND touched_at < CURRENT_TIMESTAMP - CAST(? AS INTEGER) * INTERVAL '1' SECOND
                ORDER BY touched_at LIMIT ?""", row -> row.getLong(1), (int) settings.requeueAfter().toSeconds(), REQUEUED_AT_ONCE);
        overdue.forEach(this::requeue);
        return overdue.size();
    }

    private void requeue(long id) {
        database.update("UPDATE delivery SET touched_at = CURRENT_TIMESTAMP WHERE id = ?", id);
        queue.send(id);
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                DeliveryStatus.valueOf(row.getString("status")),
                row.getString("url"),
                row.getLong("alert_id"),
                row.getString("reference"),
                row.getInt("minutes"),
                row.getString("reason"));
    }
}
