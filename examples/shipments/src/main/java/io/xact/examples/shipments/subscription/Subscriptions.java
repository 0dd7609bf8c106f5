// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.subscription;

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

/** The subscriptions. Thread-safe. */
@ApplicationScoped
public class Subscriptions {

    private static final String SELECT = "SELECT id, url, min_minutes FROM subscription";

    @Inject
    Database database;

    @Inject
    FailureInjection failures;

    /**
     * Stores a subscription.
     *
     * @param subscription to store
     * @return as stored
     * @throws RefusedException {@link ProblemCode#CONSTRAINT} for negative minutes
     */
    @Xact
    public Subscription create(NewSubscription subscription) {
        long id = insert(subscription);
        failures.nestedOnly(() -> insert(subscription));
        failures.atEnd();
        return new Subscription(id, subscription.url(), subscription.minMinutes());
    }

    private long insert(NewSubscription subscription) {
        try {
            return database.insert(
                    "INSERT INTO subscription (url, min_minutes) VALUES (?, ?)",
                    subscription.url(),
                    subscription.minMinutes());
        } catch (DatabaseException e) {
            if (e.isConstraint()) {
                throw new RefusedException(ProblemCode.CONSTRAINT, "'minMinutes' must not be negative");
            }
            throw e;
        }
    }

    /**
     * One subscription.
     *
     * @param id its id
     * @return as stored
     * @throws RefusedException {@link ProblemCode#UNKNOWN_SUBSCRIPTION}
     */
    public Subscription find(long id) {
        return database.query(SELECT + " WHERE id = ?", Subscriptions::subscription, id).stream()
                .findFirst()
                .orElseThrow(
                        () -> new RefusedException(ProblemCode.UNKNOWN_SUBSCRIPTION, "there is no such subscription"));
    }

    /**
     * Who wants to be told of a delay.
     *
     * @param minutes the delay
     * @return in the order in which they subscribed
     */
    public List<Subscription> wanting(int minutes) {
        return database.query(SELECT + " WHERE min_minutes <= ? ORDER BY id", Subscriptions::subscription, minutes);
    }

    private static Subscription subscription(ResultSet row) throws SQLException {
        return new Subscription(row.getLong("id"), row.getString("url"), row.getInt("min_minutes"));
    }
}
