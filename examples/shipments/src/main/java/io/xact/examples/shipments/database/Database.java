// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.database;

import io.xact.Guarded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Plain JDBC, less the boilerplate. Statements belong to the calling thread's scope, and commit at once where there is
 * none. Thread-safe. Whatever fails is a {@link DatabaseException}.
 */
@ApplicationScoped
public class Database {

    @Inject
    @Guarded("java:jboss/datasources/ShipmentsDS")
    DataSource shipments;

    /**
     * Runs a statement without parameters or result, DDL say.
     *
     * @param sql the statement
     */
    public void execute(String sql) {
        try (Connection connection = shipments.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /**
     * Inserts a row whose id the database gives.
     *
     * @param sql an {@code INSERT}
     * @param values for its parameters
     * @return the row's id
     */
    public long insert(String sql, @Nullable Object... values) {
        try (Connection connection = shipments.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql, new String[] {"id"})) {
            bind(statement, values);
            statement.executeUpdate();
            return generatedId(statement);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static long generatedId(PreparedStatement statement) throws SQLException {
        try (ResultSet keys = statement.getGeneratedKeys()) {
            keys.next();
            return keys.getLong(1);
        }
    }

    /**
     * Changes rows.
     *
     * @param sql an {@code UPDATE}
     * @param values for its parameters
     * @return how many rows it changed
     */
    public int update(String sql, @Nullable Object... values) {
        try (Connection connection = shipments.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /**
     * Reads rows, all of them at once.
     *
     * @param sql a {@code SELECT}
     * @param mapper makes a value of each row
     * @param values for the parameters
     * @param <T> the values' type
     * @return one value a row, in order
     */
    public <T> List<T> query(String sql, RowMapper<T> mapper, @Nullable Object... values) {
        try (Connection connection = shipments.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return rows(statement, mapper);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static <T> List<T> rows(PreparedStatement statement, RowMapper<T> mapper) throws SQLException {
        List<T> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(mapper.map(rows));
            }
        }
        return found;
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
