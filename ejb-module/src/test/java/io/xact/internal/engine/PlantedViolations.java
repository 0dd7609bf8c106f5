// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import jakarta.enterprise.inject.spi.CDI;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Breaks the house rules on purpose: the architecture test must see it. */
public final class PlantedViolations {

    private PlantedViolations() {}

    static Savepoint savepoint(Connection connection) throws SQLException {
        return connection.setSavepoint();
    }

    static @Nullable Object invoke(Method method, Object target) throws ReflectiveOperationException {
        return method.invoke(target);
    }

    @SuppressWarnings("SystemOut")
    static void print() {
        System.out.println(CDI.current());
    }

    static boolean isOpen(Session session) {
        return session.isOpen();
    }
}
