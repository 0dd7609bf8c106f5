// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import io.xact.XactSavepoint;
import io.xact.XactStateException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One transaction of the model. */
final class ModelTransaction {

    private final boolean foreign;
    private final ModelFlag ownersFlag = new ModelFlag.OfOwner(this::mark);
    private final Map<Db, Integer> touched = new EnumMap<>(Db.class);
    private final Map<Db, SQLException> abortedBy = new EnumMap<>(Db.class);
    private final ModelUnseen unseen = new ModelUnseen();
    private final Deque<Point> points = new ArrayDeque<>(); // innermost first
    private ModelWork work = ModelWork.NONE;
    private @Nullable XactStateException contextFailure;
    private int contextFailedAt;
    private boolean marked;
    private boolean known;
    private int time;
    private @Nullable ModelScope scope;

    /**
     * Something to go back to: the entry of a nested scope, or a savepoint that was taken by hand.
     *
     * @param scope the scope that it ends with
     * @param since when it was opened
     * @param before what had been done by then
     */
    record Point(ModelScope scope, int since, ModelWork before) implements XactSavepoint {}

    ModelTransaction(boolean foreign) {
        this.foreign = foreign;
    }

    boolean isForeign() {
        return foreign;
    }

    ModelFlag ownersFlag() {
        return ownersFlag;
    }

    void mark() {
        marked = true;
    }

    boolean isMarked() {
        return marked;
    }

    @Nullable ModelScope scope() {
        return scope;
    }

    void enter(ModelScope entered) {
        know();
        scope = entered;
    }

    /** Something of ours is in it. */
    void know() {
        known = known || !marked;
    }

    /** Whether it could learn of the transaction's end: something was in it before it was marked, or is now. */
    boolean knows() {
        know();
        return known;
    }

    /** A flush has failed: what persistence contexts hold can't be kept. */
    void failContext(XactStateException wish) {
        contextFailure = wish;
        contextFailedAt = time;
    }

    @Nullable XactStateException contextFailure() {
        return contextFailure;
    }

    /** Persistence contexts are as they were at the point. */
    void restoreContexts(Point point) {
        if (point.since() <= contextFailedAt) {
            contextFailure = null;
        }
    }

    ModelUnseen unseen() {
        return unseen;
    }

    /** The open points. */
    Collection<Point> points() {
        return List.copyOf(points);
    }

    ModelWork work() {
        return work;
    }

    void setWork(ModelWork newWork) {
        work = newWork;
    }

    void touch(Db db) {
        touched.put(db, time);
    }

    boolean isTouchedSince(Db db, int since) {
        return touched.getOrDefault(db, 0) >= since;
    }

    /** A statement has failed; the driver tells of it as the cause of later refusals. */
    void abort(Db db, @Nullable SQLException failure) {
        if (failure == null) {
            abortedBy.remove(db);
        } else {
            abortedBy.put(db, failure);
        }
        work = work.withAborted(db, time);
    }

    @Nullable SQLException abortedBy(Db db) {
        return abortedBy.get(db);
    }

    /** Whether a branch takes no statement any more, and so can't be committed. */
    boolean isAborted() {
        return !work.aborted().isEmpty();
    }

    /** Whether a branch was aborted before the innermost open point was opened. */
    boolean isAbortedAroundInnermostPoint(Db db) {
        Integer abortedAt = work.aborted().get(db);
        return abortedAt != null && !points.isEmpty() && points.getFirst().since() > abortedAt;
    }

    Point open(ModelScope owner) {
        Point point = new Point(owner, ++time, work);
        points.addFirst(point);
        unseen.opened(point);
        return point;
    }

    boolean isOpen(Point point) {
        return points.contains(point);
    }

    boolean hasPointsOf(ModelScope owner) {
        return points.stream().anyMatch(point -> point.scope() == owner);
    }

    /** Ends a point and those that were opened after it. */
    void close(Point point) {
        points.removeIf(open -> open.since() >= point.since());
    }

    void closeAfter(Point point) {
        points.removeIf(open -> open.since() > point.since());
    }

    /** A scope ends, and all points that were opened in it. */
    void leave(ModelScope left) {
        scope = left.parent();
        points.removeIf(open -> open.scope() == left);
    }
}
