// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import io.xact.program.ModelTransaction.Point;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * What is known in a transaction of the model of databases that are used by connections that nobody guards. From the first such use on a
 * point is gone back to exactly, because it gets its savepoint when it is opened; one that was open by then only if it had it already.
 */
final class ModelUnseen {

    private final Set<Db> used = EnumSet.noneOf(Db.class);
    private final Set<Db> contexts = EnumSet.noneOf(Db.class);
    private final Set<Savepoint> saved = new HashSet<>();
    private final Set<Savepoint> missed = new HashSet<>();

    private record Savepoint(Db db, int since) {

        static Savepoint of(Db db, Point point) {
            return new Savepoint(db, point.since());
        }
    }

    /** A point is opened. */
    void opened(Point point) {
        for (Db db : used) {
            save(db, point);
        }
    }

    private void save(Db db, Point point) {
        Savepoint savepoint = Savepoint.of(db, point);
        if (point.scope().shape().covers(db) && !missed.contains(savepoint)) {
            saved.add(savepoint);
        }
    }

    /** A guarded statement is sent. */
    void sent(Db db, Collection<Point> open) {
        open.forEach(point -> save(db, point));
    }

    /** An unguarded connection is used. */
    void used(Db db, Collection<Point> open) {
        used.add(db);
        open.stream()
                .map(point -> Savepoint.of(db, point))
                .filter(savepoint -> !saved.contains(savepoint))
                .forEach(missed::add);
    }

    /** A persistence context works in the transaction; before its first statement, open points get their savepoints. */
    void joined(Db db, Collection<Point> open) {
        if (contexts.add(db)) {
            sent(db, open);
            used.add(db);
        }
    }

    boolean isUsed(Db db) {
        return used.contains(db);
    }

    boolean hasContext(Db db) {
        return contexts.contains(db);
    }

    boolean isAnyUsed() {
        return !used.isEmpty();
    }

    boolean isSaved(Db db, Point point) {
        return saved.contains(Savepoint.of(db, point));
    }

    /** Whether there may be work since the point that is not undone with it. */
    boolean isMissed(Db db, Point point) {
        return missed.contains(Savepoint.of(db, point));
    }
}
