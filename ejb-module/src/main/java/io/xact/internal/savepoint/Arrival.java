// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import io.xact.internal.engine.ScopeStack;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A guarded connection on its way into a transaction, or to where none is. */
final class Arrival {

    private final String name;
    private final DataSource dataSource;

    /** That of the transaction; {@code null} if there is none, or none that anything can join. */
    private final @Nullable UnguardedWatch watch;

    private final boolean isFirst;

    /** Whether the data source was in the transaction before, by a connection that nobody saw. */
    private final boolean isUsedUnseen;

    Arrival(@Nullable ScopeStack stack, String name, DataSource dataSource) {
        this.name = name;
        this.dataSource = dataSource;
        this.watch = stack == null || stack.isBeyondHelp() ? null : UnguardedWatch.of(stack);
        this.isFirst = watch != null && !watch.hasSeen(dataSource);
        this.isUsedUnseen = watch != null && isFirst && watch.hasEnlisted(dataSource);
    }

    /** A way to open a connection. */
    interface Opening {
        Connection of(DataSource dataSource) throws SQLException;
    }

    Connection open(Opening opening) throws SQLException {
        try {
            return opening.of(dataSource);
        } catch (SQLException e) {
            throw watch == null ? e : watch.explained(name, e);
        }
    }

    /** It has arrived, and its branch has joined. */
    void at(Branch branch) {
        branch.touch();
        if (isUsedUnseen) {
            branch.unseen().found(Long.MAX_VALUE);
        }
        if (watch != null && isFirst) {
            watch.joined();
        }
    }
}
