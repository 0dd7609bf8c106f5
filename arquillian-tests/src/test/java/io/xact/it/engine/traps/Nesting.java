// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.traps;

import io.xact.it.engine.application.Sql;
import io.xact.it.engine.application.Step;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Nested parts on the bare platform, written by hand with savepoints. */
final class Nesting {

    private Nesting() {}

    /** As JDBC has them. */
    static Around byApi(DataSource dataSource) {
        return work -> {
            try (Connection connection = dataSource.getConnection()) {
                Savepoint savepoint = connection.setSavepoint();
                try {
                    work.run();
                } catch (Throwable failure) {
                    undo(failure, () -> connection.rollback(savepoint));
                    throw failure;
                }
            }
        };
    }

    /** As text, each with the same name. */
    static Around byText(DataSource dataSource) {
        return work -> nest(dataSource, "nested", work);
    }

    /** As text, each with a name of its own. */
    static Around byNamedText(DataSource dataSource) {
        AtomicInteger count = new AtomicInteger();
        return work -> nest(dataSource, "nested_" + count.incrementAndGet(), work);
    }

    /** As text, with what is pending in the persistence context written before. */
    static Around flushing(DataSource dataSource, EntityManager entities) {
        Around nesting = byNamedText(dataSource);
        return work -> {
            entities.flush();
            nesting.run(() -> {
                work.run();
                entities.flush();
            });
        };
    }

    /** The same, and the persistence context is cleared after a roll back. */
    static Around clearing(DataSource dataSource, EntityManager entities) {
        Around nesting = flushing(dataSource, entities);
        return work -> {
            try {
                nesting.run(work);
            } catch (Throwable failure) {
                entities.clear();
                throw failure;
            }
        };
    }

    private static void nest(DataSource dataSource, String name, Step work) throws Throwable {
        Sql.execute(dataSource, "SAVEPOINT " + name);
        try {
            work.run();
        } catch (Throwable failure) {
            undo(failure, () -> Sql.execute(dataSource, "ROLLBACK TO SAVEPOINT " + name));
            throw failure;
        }
        Sql.execute(dataSource, "RELEASE SAVEPOINT " + name);
    }

    /** If that fails, the transaction can't go on. */
    private static void undo(Throwable failure, Step rollback) throws Throwable {
        try {
            rollback.run();
        } catch (SQLException e) {
            e.addSuppressed(failure);
            throw e;
        }
    }
}
