// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard.jdbc;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Calendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;

/** Parameters of all types. */
final class ParameterSteps {

    private static final UUID CODE = UUID.fromString("01234567-89ab-cdef-0123-456789abcdef");

    private ParameterSteps() {}

    private interface Setter {
        void set(PreparedStatement statement) throws SQLException;
    }

    static Stream<Step> all() {
        return Stream.of(simple(), times(), objects(), untransferable(), mutated())
                .flatMap(steps -> steps);
    }

    /** Sets a column of two rows, and reads it back. */
    private static Program update(String column, Setter setter) {
        return session -> {
            Connection connection = session.connection();
            PreparedStatement update = connection.prepareStatement("UPDATE probe SET " + column + " = ? WHERE id < 3");
            setter.set(update);
            update.executeUpdate();
            Walk.results(update);
            Walk.rows(connection.createStatement().executeQuery("SELECT " + column + " FROM probe ORDER BY id"));
        };
    }

    private static Step carried(String name, String column, Setter setter) {
        return Step.carried(name, update(column, setter));
    }

    private static Step alone(String name, String column, Setter setter) {
        return Step.alone(name, update(column, setter));
    }

    private static Stream<Step> simple() {
        return Stream.of(
                carried("setString", "\"odd \"\"?;' name\"", set -> set.setString(1, "it's ? ; $1")),
                carried("setString to null", "name", set -> set.setString(1, null)),
                carried("setInt", "big", set -> set.setInt(1, 7)),
                carried("setLong", "big", set -> set.setLong(1, Long.MIN_VALUE)),
                carried("setShort", "small", set -> set.setShort(1, (short) 7)),
                carried("setByte", "small", set -> set.setByte(1, (byte) 7)),
                carried("setBoolean", "flag", set -> set.setBoolean(1, true)),
                carried("setFloat", "ratio", set -> set.setFloat(1, 0.25f)),
                carried("setDouble", "ratio", set -> set.setDouble(1, -0.1)),
                carried("setBigDecimal", "amount", set -> set.setBigDecimal(1, new BigDecimal("12.345"))),
                carried("setBytes", "data", set -> set.setBytes(1, new byte[] {0, 1, -1, '?', ';'})),
                carried("setBytes to null", "data", set -> set.setBytes(1, null)),
                carried("setNull", "amount", set -> set.setNull(1, Types.NUMERIC)),
                carried("setNull of no type", "flag", set -> set.setNull(1, Types.NULL)),
                carried("setNull of a named type", "amount", set -> set.setNull(1, Types.NUMERIC, "numeric")),
                carried("set twice", "amount", set -> {
                    set.setInt(1, 1);
                    set.setInt(1, 2);
                }),
                carried("cleared and set", "amount", set -> {
                    set.setInt(1, 1);
                    set.clearParameters();
                    set.setInt(1, 2);
                }));
    }

    private static Stream<Step> times() {
        Calendar tokyo = Calendar.getInstance(TimeZone.getTimeZone("Asia/Tokyo"), Locale.ROOT);
        Timestamp moment = Timestamp.valueOf("2020-02-29 12:13:14.123456");
        return Stream.of(
                carried("setDate", "on_day", set -> set.setDate(1, Date.valueOf("2020-02-29"))),
                carried("setDate by calendar", "on_day", set -> set.setDate(1, Date.valueOf("2020-02-29"), tokyo)),
                carried("setTime", "at_time", set -> set.setTime(1, Time.valueOf("12:13:14"))),
                carried("setTime by calendar", "at_time", set -> set.setTime(1, Time.valueOf("12:13:14"), tokyo)),
                carried("setTimestamp", "at_moment", set -> set.setTimestamp(1, moment)),
                carried("setTimestamp by calendar", "at_moment", set -> set.setTimestamp(1, moment, tokyo)),
                carried("a LocalDate", "on_day", set -> set.setObject(1, LocalDate.of(2020, 2, 29))),
                carried("a LocalTime", "at_time", set -> set.setObject(1, LocalTime.of(12, 13, 14))),
                carried("a LocalDateTime", "at_moment", set -> set.setObject(1, LocalDateTime.of(2020, 2, 29, 12, 13))),
                carried("a date as a target type", "on_day", set -> set.setObject(1, "2020-02-29", Types.DATE)));
    }

    private static Stream<Step> objects() {
        return Stream.of(
                carried("a String", "\"odd \"\"?;' name\"", set -> set.setObject(1, "it's")),
                carried("an Integer", "big", set -> set.setObject(1, 7)),
                carried("a BigDecimal", "amount", set -> set.setObject(1, new BigDecimal("7.77"))),
                carried("a UUID", "code", set -> set.setObject(1, CODE)),
                carried("null", "amount", set -> set.setObject(1, null)),
                carried("a target type", "big", set -> set.setObject(1, "7", Types.INTEGER)),
                carried("a target type and scale", "amount", set -> set.setObject(1, "7.777", Types.NUMERIC, 1)),
                Step.silent("a JDBCType", update("big", set -> set.setObject(1, 7, JDBCType.INTEGER)))
                        .failing(),
                alone("a Character", "\"odd \"\"?;' name\"", set -> set.setObject(1, 'c')),
                alone("a BigInteger", "amount", set -> set.setObject(1, BigInteger.TEN)),
                alone("an array", "tags", set -> set.setArray(1, array(set))),
                alone("a Java array", "tags", set -> set.setObject(1, new Integer[] {1, 2})));
    }

    private static java.sql.Array array(PreparedStatement statement) throws SQLException {
        return statement.getConnection().createArrayOf("INTEGER", new Integer[] {1, null, 3});
    }

    private static Stream<Step> untransferable() {
        byte[] bytes = "text ? ;".getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                alone(
                        "setCharacterStream",
                        "\"odd \"\"?;' name\"",
                        set -> set.setCharacterStream(1, new StringReader("text ? ;"))),
                alone(
                        "a character stream of a length",
                        "\"odd \"\"?;' name\"",
                        set -> set.setCharacterStream(1, new StringReader("text ? ;"), 4)),
                alone("setBinaryStream", "data", set -> set.setBinaryStream(1, new ByteArrayInputStream(bytes))),
                alone(
                        "a binary stream of a length",
                        "data",
                        set -> set.setBinaryStream(1, new ByteArrayInputStream(bytes), 4)),
                alone(
                        "setAsciiStream",
                        "\"odd \"\"?;' name\"",
                        set -> set.setAsciiStream(1, new ByteArrayInputStream(bytes), 4)));
    }

    @SuppressWarnings("JavaUtilDate")
    private static Stream<Step> mutated() {
        return Stream.of(
                carried("a byte array that changes before the execution", "data", set -> {
                    byte[] bytes = {1, 2, 3};
                    set.setBytes(1, bytes);
                    bytes[0] = 9;
                }),
                carried("a Timestamp that changes before the execution", "at_moment", set -> {
                    Timestamp moment = Timestamp.valueOf("2020-02-29 12:13:14");
                    set.setTimestamp(1, moment);
                    moment.setTime(0);
                }),
                carried("a Calendar that changes before the execution", "at_moment", set -> {
                    Calendar calendar = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
                    calendar.setTimeInMillis(0);
                    set.setTimestamp(1, Timestamp.valueOf("2020-02-29 12:13:14"), calendar);
                    calendar.setTimeZone(TimeZone.getTimeZone("Asia/Tokyo"));
                }));
    }
}
