// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.entities;

import io.xact.it.engine.application.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The entity managers of the two databases. */
@ApplicationScoped
public class Entities {

    @SuppressWarnings("NullAway.Init") // injected
    @PersistenceContext(unitName = "postgresql")
    private EntityManager postgresql;

    @SuppressWarnings("NullAway.Init") // injected
    @PersistenceContext(unitName = "h2")
    private EntityManager h2;

    public EntityManager of(Database database) {
        return switch (database) {
            case POSTGRESQL -> postgresql;
            case H2 -> h2;
        };
    }
}
