// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.application;

import io.xact.Guarded;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The application's tables, made when it starts. */
@ApplicationScoped
public class Tables {

    private static final String DDL =
            "CREATE TABLE IF NOT EXISTS item (name VARCHAR(40) PRIMARY KEY, amount INTEGER DEFAULT 0)";

    @Inject
    @Guarded(Database.POSTGRESQL_NAME)
    private DataSource postgresql;

    @Inject
    @Guarded(Database.H2_NAME)
    private DataSource h2;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = Database.POSTGRESQL_NAME)
    private DataSource unguardedPostgresql;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = Database.H2_NAME)
    private DataSource unguardedH2;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = Database.POSTGRESQL_OBSERVER_NAME)
    private DataSource postgresqlObserver;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = Database.H2_OBSERVER_NAME)
    private DataSource h2Observer;

    void create(@Observes @Initialized(ApplicationScoped.class) Object started) throws SQLException {
        for (Database database : Database.values()) {
            in(database).executeByOther(DDL);
        }
        postgresql()
                .executeByOther("CREATE TABLE IF NOT EXISTS part (item VARCHAR(40) CONSTRAINT part_of_item"
                        + " REFERENCES item (name) DEFERRABLE INITIALLY DEFERRED)");
    }

    public Table postgresql() {
        return new Table(Database.POSTGRESQL, postgresql, unguardedPostgresql, postgresqlObserver);
    }

    public Table h2() {
        return new Table(Database.H2, h2, unguardedH2, h2Observer);
    }

    public Table in(Database database) {
        return database == Database.H2 ? h2() : postgresql();
    }

    /** Deletes all rows. */
    public void clear() throws SQLException {
        postgresql().executeByOther("DELETE FROM part");
        for (Database database : Database.values()) {
            in(database).executeByOther("DELETE FROM item");
        }
    }
}
