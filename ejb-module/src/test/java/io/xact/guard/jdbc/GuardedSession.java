// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard.jdbc;

import io.xact.Rollback;
import io.xact.Xacts;
import io.xact.support.Surroundings;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** With xact: guarded connections in scopes. */
final class GuardedSession extends Session {

    private final Xacts xacts;
    private final DataSource guarded;

    GuardedSession(Surroundings surroundings) {
        super(surroundings.orders());
        this.xacts = surroundings.xacts();
        this.guarded = xacts.guarded(Surroundings.ORDERS);
    }

    @Override
    void run(Program program) throws Exception {
        xacts.run(() -> {
            try {
                program.run(this);
            } finally {
                close();
            }
            throw new Rollback();
        });
    }

    @Override
    void nested(Program program) throws Exception {
        xacts.run(() -> program.run(this));
    }

    @Override
    void undone(Program program) throws Exception {
        xacts.run(() -> {
            program.run(this);
            throw new Rollback();
        });
    }

    @Override
    Connection unseen() throws SQLException {
        return guarded.getConnection();
    }
}
