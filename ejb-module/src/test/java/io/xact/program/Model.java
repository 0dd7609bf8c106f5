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
        this.edges = new ModelEdges(thread, undo, this.abortedByFailure);
        this.retries = new ModelRetries(thread);
    }

    /** Why the contract can't tell what this program does; empty if it can. */
    Optional<String> beyond() {
        return thread.beyond();
    }

    @Override
    public Session open(Db db, boolean kept) {
        ModelTransaction opened = thread.transaction();
        ModelScope scope = thread.scope();
        if (opened != null) {
            opened.know();
        }
        if (opened != null && scope != null) {
            opened.touch(db);
        }
        return new Session() {
            @Override
            public void insert(boolean prepared, String row) throws SQLException {
                if (opened != null && opened != thread.transaction()) {
                    throw new XactStateException("a connection of a suspended transaction");
                }
                Model.this.insert(new Row(db, row));
            }

            @Override
            public void close() {}
        };
    }

    private void insert(Row row) throws SQLException {
        ModelTransaction transaction = thread.transaction();
        ModelScope scope = thread.scope();
        if (transaction == null) {
            requireNew(row);
            thread.commit(List.of(row));
            return;
        }
        if (scope != null) {
            requireUsable(scope);
            transaction.touch(row.db());
        }
        try {
            send(transaction, row);
        } catch (SQLException e) {
            if (scope != null) {
                scope.flag().fail(e);
            }
            throw e;
        }
    }

    private void send(ModelTransaction transaction, Row row) throws SQLException {
        if (transaction.work().aborted().containsKey(row.db())) {
            if (transaction.isAbortedAroundInnermostPoint(row.db())) {
                thread.goBeyond(
                        "a savepoint is to be set in an aborted branch: the contract doesn't tell whether the scope"
                                + " can then be undone alone");
            }
            throw new SQLException("the branch is aborted", "25P02");
        }
        try {
            requireNew(row);
        } catch (SQLException e) {
            if (abortedByFailure.contains(row.db())) {
                transaction.abort(row.db());
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
    public XactSavepoint savepoint() {
        ModelScope scope = requiredScope();
        requireUsable(scope);
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
