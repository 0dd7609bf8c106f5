// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard.jdbc;

import java.io.InputStream;
import java.io.Reader;
import java.lang.reflect.Proxy;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as text, with their types. */
final class Shown {

    private Shown() {}

    static String of(@Nullable Object value) {
        if (value == null) {
            return "null";
        } else if (value instanceof Throwable failure) {
            return failure(failure);
        } else if (value instanceof byte[] bytes) {
            return "bytes " + HexFormat.of().formatHex(bytes);
        } else if (value.getClass().isArray()) {
            return value.getClass().getSimpleName() + " " + elements(value);
        } else if (value instanceof InputStream || value instanceof Reader) {
            return value instanceof Reader ? "Reader" : "InputStream";
        } else if (value instanceof Map<?, ?> map) {
            return "Map " + map;
        }
        return Proxy.isProxyClass(value.getClass())
                ? value.toString()
                : value.getClass().getSimpleName() + " " + value;
    }

    private static String elements(Object array) {
        String nested = Arrays.deepToString(new Object[] {array});
        return nested.substring(1, nested.length() - 1);
    }

    static String all(@Nullable Object @Nullable [] values) {
        return values == null ? "" : Arrays.stream(values).map(Shown::of).collect(Collectors.joining(", "));
    }

    private static String failure(Throwable failure) {
        String shown = failure.getClass().getName() + " " + failure.getMessage();
        if (failure instanceof SQLException sql) {
            shown += " state " + sql.getSQLState() + " code " + sql.getErrorCode();
            if (sql.getNextException() != null && !(sql instanceof SQLWarning)) {
                shown += " next " + failure(sql.getNextException());
            }
        }
        if (failure instanceof BatchUpdateException batch) {
            shown += " counts " + Arrays.toString(batch.getUpdateCounts())
                    + Arrays.toString(batch.getLargeUpdateCounts());
        }
        if (failure instanceof SQLWarning warning && warning.getNextWarning() != null) {
            shown += " and " + failure(warning.getNextWarning());
        }
        return shown;
    }
}
