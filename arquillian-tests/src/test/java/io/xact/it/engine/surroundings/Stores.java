// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.surroundings;

import io.xact.it.engine.application.Sql;
import io.xact.it.engine.application.Table;
import io.xact.it.engine.entities.Entities;
import io.xact.it.engine.entities.Item;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.List;

/** Makes the stores. */
@ApplicationScoped
class Stores {

    @Inject
    private Entities entities;

    Store of(Work work, Table items) {
        return switch (work) {
            case GUARDED -> new Guarded(items);
            case UNGUARDED -> new Unguarded(items);
            case JDBC -> new Mixed(new Guarded(items), new Unguarded(items));
            case JPA -> jpa(items);
            case MIXED -> new Mixed(new Guarded(items), new Unguarded(items), jpa(items));
        };
    }

    private Jpa jpa(Table items) {
        return new Jpa(entities.of(items.database()));
    }

    private record Guarded(Table items) implements Store {

        @Override
        public void insert(String name) throws SQLException {
            items.insert(name);
        }

        @Override
        public List<String> names() throws SQLException {
            return items.names();
        }
    }

    private record Unguarded(Table items) implements Store {

        @Override
        public void insert(String name) throws SQLException {
            items.insertUnguarded(name);
        }

        @Override
        public List<String> names() throws SQLException {
            return Sql.query(items.unguarded(), "SELECT name FROM item ORDER BY name");
        }
    }

    /** It doesn't flush: the query does, and so does the edge of a scope. */
    private record Jpa(EntityManager entities) implements Store {

        @Override
        public void insert(String name) {
            entities.persist(new Item(name));
        }

        @Override
        public List<String> names() {
            return entities.createQuery("SELECT item.name FROM Item item ORDER BY item.name", String.class)
                    .getResultList();
        }
    }

    /** The first row by the first store, the next one by the next. */
    private static final class Mixed implements Store {

        private final List<Store> stores;
        private int count;

        Mixed(Store... stores) {
            this.stores = List.of(stores);
        }

        @Override
        public void insert(String name) throws Exception {
            stores.get(count++ % stores.size()).insert(name);
        }

        /** By the last one: an entity manager sees what it has not flushed, too. */
        @Override
        public List<String> names() throws Exception {
            return stores.get(stores.size() - 1).names();
        }
    }
}
