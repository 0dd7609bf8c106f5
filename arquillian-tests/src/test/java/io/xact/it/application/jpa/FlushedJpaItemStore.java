// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application.jpa;

import io.xact.it.application.ItemStore;
import io.xact.it.application.Through;
import io.xact.it.application.Through.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Stores items by JPA, and has each row written at once. */
@Through(Access.FLUSHED_JPA)
@ApplicationScoped
public class FlushedJpaItemStore implements ItemStore {

    @SuppressWarnings("NullAway.Init") // injected
    @PersistenceContext
    private EntityManager entities;

    @Override
    public void insert(String name) {
        entities.persist(new Item(name));
        entities.flush();
    }
}
