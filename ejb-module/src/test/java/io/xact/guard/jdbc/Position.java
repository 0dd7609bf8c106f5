// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard.jdbc;

import java.sql.Connection;
import java.sql.Statement;

/** Where in a transaction a program runs: what is pending there. */
enum Position {
    /** A first nested scope: its savepoint is to be set. */
    FIRST {
        @Override
        void place(Session session, Program program) throws Exception {
            session.nested(program);
        }
    },
    /** A second one: the first one's savepoint is also to be released. */
    SIBLING {
        @Override
        void place(Session session, Program program) throws Exception {
            session.nested(Position::touch);
            session.nested(program);
        }
    },
    /** Three levels at once. */
    DEEP {
        @Override
        void place(Session session, Program program) throws Exception {
            session.nested(outer -> outer.nested(middle -> middle.nested(program)));
        }
    },
    /** Behind a nested scope, whose savepoint is to be released; that can wait. */
    BEHIND {
        @Override
        void place(Session session, Program program) throws Exception {
            session.nested(Position::touch);
            program.run(session);
        }

        @Override
        boolean accepts(Step step, Travel travel) {
            return !step.everywhere() || travel == (step.travel() == Travel.ALONE ? Travel.NOT_WITH_IT : step.travel());
        }
    },
    /** In a nested scope that has its savepoint. */
    SET {
        @Override
        void place(Session session, Program program) throws Exception {
            session.nested(scope -> {
                touch(scope);
                program.run(scope);
            });
        }

        @Override
        boolean accepts(Step step, Travel travel) {
            return !step.everywhere()
                    || travel == (step.travel() == Travel.SILENT ? Travel.SILENT : Travel.NOT_WITH_IT);
        }
    };

    abstract void place(Session session, Program program) throws Exception;

    /** Whether a step is worth its time here: the many texts are executed in two positions. */
    final boolean takes(Step step) {
        return !step.name().startsWith("text") || this == SIBLING || this == BEHIND;
    }

    /** Whether a step's savepoint statements are to travel so here. */
    boolean accepts(Step step, Travel travel) {
        return travel == step.travel();
    }

    /** Runs a program here; what has become of the tables is looked at from the transaction around it. */
    final Program around(Program program) {
        return session -> {
            try {
                place(session, session.marking(program));
            } catch (Exception e) {
                session.cameOut(e);
                if (this == BEHIND) {
                    return;
                }
            }
            session.look();
        };
    }

    private static void touch(Session session) throws Exception {
        try (Connection connection = session.unseen();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE probe SET flag = TRUE WHERE id = 5");
        }
    }
}
