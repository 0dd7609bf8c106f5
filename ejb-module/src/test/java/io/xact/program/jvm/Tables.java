// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program.jvm;

import io.xact.program.Db;
import io.xact.support.Database;
import io.xact.support.Surroundings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The tables, seen from outside through connections that stay open: thousands of programs look at them. */
final class Tables implements AutoCloseable {

    private final Map<Db, Connection> connections = new EnumMap<>(Db.class);

    Tables(Surroundings surroundings) throws SQLException {
        connections.put(Db.ORDERS, surroundings.orders().outside());
        connections.put(Db.AUDIT, surroundings.audit().outside());
    }

    static Map<Db, Database> databases(Surroundings surroundings) {
        return Map.of(Db.ORDERS, surroundings.orders(), Db.AUDIT, surroundings.audit());
    }

    /** Leaves this row only. */
    void reset(String row) {
        for (Connection connection : connections.values()) {
            execute(connection, "DELETE FROM item");
            execute(connection, "INSERT INTO item VALUES ('" + row + "')");
        }
    }

    void clear() {
        connections.values().forEach(connection -> execute(connection, "DELETE FROM item"));
    }

    private static void execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<Db, List<String>> rows() {
        Map<Db, List<String>> rows = new EnumMap<>(Db.class);
        connections.forEach((db, connection) -> rows.put(db, query(connection, "SELECT name FROM item ORDER BY name")));
        return rows;
    }

    /** Branches that are prepared and have no outcome. */
    List<String> inDoubt() {
        List<String> inDoubt = new ArrayList<>();
        for (Connection connection : connections.values()) {
            inDoubt.addAll(query(connection, inDoubtOf(connection)));
        }
        return inDoubt;
    }

    private static String inDoubtOf(Connection connection) {
        try {
            return connection.getMetaData().getDatabaseProductName().equals("H2")
                    ? "SELECT TRANSACTION_NAME FROM INFORMATION_SCHEMA.IN_DOUBT"
                    : "SELECT gid FROM pg_prepared_xacts";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> query(Connection connection, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections.values()) {
            connection.close();
        }
    }
}
