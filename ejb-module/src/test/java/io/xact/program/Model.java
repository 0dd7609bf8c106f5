// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import io.xact.Block;
import io.xact.BrokenScopeException;
import io.xact.Work;
import io.xact.XactSavepoint;
import io.xact.XactScope;
import io.xact.XactStateException;
import io.xact.program.ModelTransaction.Point;
import io.xact.program.ModelWork.HeldHook;
import io.xact.program.ModelWork.Row;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The model: what the contract promises, in memory, without a database, a transaction manager or a savepoint. */
final class Model implements World {

    private final ModelThread thread;
    private final ModelUndo undo;
    private final ModelEdges edges;
    private final ModelRetries retries;
    private final Set<Db> abortedByFailure;

    /**
     * A model.
     *
     * @param abortedByFailure where a failed statement leaves the branch unusable until it is rolled back to a savepoint
     */
    Model(Set<Db> abortedByFailure) {
        this.abortedByFailure = Set.copyOf(abortedByFailure);
        this.thread = new ModelThread();
        this.undo = new ModelUndo(thread);
        this.edges = new ModelEdges(thread, undo);
        this.retries = new ModelRetries(thread);
    }

    /** Why the contract can't tell what this program does; empty if it can. */
    Optional<String> beyond() {
        return thread.beyond();
    }

    /** What was met that can't be seen in the real world. */
    Set<Construct> met() {
        return thread.met();
    }

    @Override
    public Session open(Db db, Access access, boolean kept) {
        return switch (access) {
            case GUARDED -> guarded(db);
            case UNGUARDED -> (ModelSession) row -> insertUnseen(new Row(db, row));
            case PERSISTED, FLUSHED -> (ModelSession) row -> persist(new Row(db, row), access == Access.FLUSHED);
        };
    }

    /** A session that has nothing to close. */
    private interface ModelSession extends Session {

        void insert(String row) throws SQLException;

        @Override
        default void insert(boolean prepared, String row) throws SQLException {
            insert(row);
        }

        @Override
        default void close() {}
    }

    private Session guarded(Db db) {
        ModelTransaction opened = thread.transaction();
        ModelScope scope = thread.scope();
        if (opened != null) {
            opened.know();
        }
        if (opened != null && scope != null) {
            opened.touch(db);
        }
        return (ModelSession) row -> {
            if (opened != null && opened != thread.transaction()) {
                throw new XactStateException("a connection of a suspended transaction");
            }
            insert(new Row(db, row));
        };
    }

    private void insert(Row row) throws SQLException {
        ModelTransaction transaction = thread.transaction();
        ModelScope scope = thread.scope();
        if (transaction == null) {
            requireNew(row);
            thread.commit(ModelWork.NONE.with(row));
            return;
        }
        if (scope != null) {
            requireUsable(scope);
            transaction.touch(row.db());
        }
        transaction.unseen().sent(row.db(), transaction.points());
        try {
            send(transaction, row);
        } catch (SQLException e) {
            if (scope != null) {
                scope.flag().fail(e);
            }
            throw e;
        }
    }

    /** No flag hears of its failure. */
    private void insertUnseen(Row row) throws SQLException {
        ModelTransaction transaction = thread.transaction();
        if (transaction == null) {
            requireNew(row);
            thread.commit(ModelWork.NONE.with(row));
            return;
        }
        transaction.unseen().used(row.db(), transaction.points());
        try {
            send(transaction, row);
        } catch (SQLException e) {
            if (transaction.scope() == null && transaction.isAborted()) {
                thread.goBeyond("nothing of ours is there to find that the branch is aborted");
            }
            throw e;
        }
    }

    private void persist(Row row, boolean flushes) {
        ModelTransaction transaction = thread.requiredTransaction();
        if (transaction.isAborted() || transaction.contextFailure() != null) {
            thread.goBeyond("an entity manager beside a failed statement, or after a failed flush");
        }
        transaction.unseen().joined(row.db(), transaction.points());
        if (row.name().equals(SEED)) {
            refuse(transaction, row, flushes);
        }
        transaction.setWork(transaction.work().with(row));
    }

    /** The provider asks for a roll back: the innermost scope takes it, or JTA where nothing can be undone alone. */
    private void refuse(ModelTransaction transaction, Row row, boolean flushes) {
        if (!flushes) {
            thread.goBeyond("a flush that fails at an edge");
        }
        if (abortedByFailure.contains(row.db())) {
            transaction.abort(row.db(), null);
        }
        if (transaction.points().isEmpty()) {
            transaction.mark();
        } else {
            XactStateException wish = new XactStateException("the provider asks for a roll back");
            transaction.failContext(wish);
            requiredScope().flag().fail(wish);
        }
        throw new IllegalStateException("duplicate key");
    }

    private void send(ModelTransaction transaction, Row row) throws SQLException {
        if (transaction.work().aborted().containsKey(row.db())) {
            if (transaction.isAbortedAroundInnermostPoint(row.db())) {
                thread.goBeyond(
                        "a savepoint is to be set in an aborted branch: the contract doesn't tell whether the scope"
                                + " can then be undone alone");
            }
            throw new SQLException("the branch is aborted", "25P02", transaction.abortedBy(row.db()));
        }
        try {
            requireNew(row);
        } catch (SQLException e) {
            if (abortedByFailure.contains(row.db())) {
                transaction.abort(row.db(), e);
            }
            throw e;
        }
        transaction.setWork(transaction.work().with(row));
    }

    private static void requireNew(Row row) throws SQLException {
        if (row.name().equals(SEED)) {
            throw new SQLException("duplicate key", "23505");
        }
    }

    private static void requireUsable(ModelScope scope) {
        if (scope.flag().isSet()) {
            throw new BrokenScopeException("the scope is doomed", scope.flag().firstFailure());
        }
    }

    @Override
    public @Nullable Object call(ScopeShape shape, Work<Object, Throwable> work) throws Throwable {
        return retries.call(
                shape,
                scopes -> thread.apart(shape, () -> {
                    ModelScope scope = edges.enter(shape);
                    scopes.add(scope);
                    Object result;
                    try {
                        result = work.call();
                    } catch (Throwable t) {
                        return edges.thrown(scope, t);
                    }
                    edges.returned(scope);
                    return result;
                }));
    }

    @Override
    public XactScope begin(ScopeShape shape) {
        return new ModelHandle(thread, edges, shape);
    }

    @Override
    public boolean isActive() {
        return thread.transaction() != null;
    }

    @Override
    public boolean isMarked() {
        ModelTransaction transaction = thread.transaction();
        return transaction != null && transaction.isMarked();
    }

    @Override
    public int depth() {
        ModelScope scope = thread.scope();
        return scope == null ? 0 : scope.depth();
    }

    @Override
    public boolean isRollback() {
        return requiredScope().flag().isSet();
    }

    @Override
    public void setRollback(boolean on) {
        if (on) {
            requiredScope().flag().wish();
        } else {
            requiredScope().flag().lift();
        }
    }

    private ModelScope requiredScope() {
        ModelScope scope = thread.scope();
        if (scope == null) {
            throw new XactStateException("outside any scope");
        }
        return scope;
    }

    @Override
    public void register(Hook.Kind kind, Runnable action) {
        ModelTransaction transaction = thread.transaction();
        HeldHook hook = new HeldHook(kind, action);
        if (transaction == null) {
            thread.runAtOnce(hook);
            return;
        }
        if (!transaction.knows() || (transaction.isMarked() && kind != Hook.Kind.ON_ROLLBACK)) {
            throw new XactStateException("marked for roll back");
        } else {
            transaction.setWork(transaction.work().with(hook));
        }
    }

    @Override
    public void send(String message) {
        ModelTransaction transaction = thread.transaction();
        if (transaction == null) {
            thread.send(message);
            return;
        }
        requireCommit(transaction);
        transaction.setWork(transaction.work().withMessage(message));
    }

    private static void requireCommit(ModelTransaction transaction) {
        if (!transaction.knows() || transaction.isMarked()) {
            throw new XactStateException("marked for roll back");
        }
    }

    @Override
    public List<String> messages() {
        return List.copyOf(thread.sent());
    }

    @Override
    public XactSavepoint savepoint() {
        ModelScope scope = requiredScope();
        requireUsable(scope);
        edges.requireEntry(scope.transaction());
        return scope.transaction().open(scope);
    }

    @Override
    public void rollbackTo(XactSavepoint savepoint) {
        Point point = valid(savepoint);
        point.scope().transaction().closeAfter(point);
        undo.rollBackTo(point);
    }

    @Override
    public void release(XactSavepoint savepoint) {
        Point point = valid(savepoint);
        if (point.scope().transaction().contextFailure() != null) {
            thread.goBeyond("a savepoint is to be released after a failed flush");
        }
        if (!point.scope().transaction().work().aborted().isEmpty()) {
            thread.goBeyond(
                    "a savepoint is to be released in an aborted branch: the contract doesn't tell when that fails");
        }
        point.scope().transaction().close(point);
    }

    private Point valid(XactSavepoint savepoint) {
        Point point = (Point) savepoint;
        if (requiredScope() != point.scope() || !point.scope().transaction().isOpen(point)) {
            throw new XactStateException("a savepoint of another scope, or one that has ended");
        }
        return point;
    }

    @Override
    public void markOnError(Block<Throwable> block) throws Throwable {
        try {
            block.run();
        } catch (Throwable t) {
            ModelScope scope = thread.scope();
            if (scope != null) {
                scope.flag().fail(t);
            }
            throw t;
        }
    }

    @Override
    public void mark() {
        thread.requiredTransaction().mark();
    }

    @Override
    public void ownerBegins() {
        thread.begin(true);
    }

    @Override
    public void ownerCommits() throws RollbackException {
        edges.ownerCommits();
    }

    @Override
    public void ownerRollsBack() {
        undo.rollBack(thread.requiredTransaction());
    }

    @Override
    public Map<Db, List<String>> rows() {
        Map<Db, List<String>> rows = new EnumMap<>(Db.class);
        for (Db db : Db.values()) {
            TreeSet<String> names = new TreeSet<>(thread.committed(db));
            names.add(SEED);
            rows.put(db, List.copyOf(names));
        }
        return rows;
    }
}
