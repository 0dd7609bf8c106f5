// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import io.xact.internal.engine.Mark;
import io.xact.internal.engine.ScopeListener;
import io.xact.internal.engine.ScopeStack;
import io.xact.internal.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The savepoints of one data source in one transaction. A pool has one physical connection for a transaction, so a
 * savepoint that is set through one handle covers what is done through all of them; at a scope's edge, where the user's
 * handle may be closed, a new one reaches it again.
 *
 * <p>Where the dialect lets savepoint statements travel with others, the release of a scope that ended well waits for the
 * next statement, at the latest for the commit. Until then its savepoint is open, and newer than any other.
 */
final class Branch implements ScopeListener {

    private final String name;
    private final DataSource dataSource;
    private final ScopeStack stack;
    private final Sources sources;
    private final Dialect dialect;
    private final SavepointStatements statements;
    private final Deque<Savepoint> savepoints = new ArrayDeque<>(); // innermost first
    private @Nullable Savepoint kept;
    private @Nullable SQLException broken;

    /** What the database has released last: it can't be undone to any more. */
    private @Nullable Mark released;

    private @Nullable SQLException suspicion;
    private long touched;

    Branch(String name, DataSource dataSource, ScopeStack stack, Sources sources, Dialect dialect) {
        this.name = name;
        this.dataSource = dataSource;
        this.stack = stack;
        this.sources = sources;
        this.dialect = dialect;
        this.statements = new SavepointStatements(name, dataSource, dialect);
    }

    boolean isOf(DataSource other) {
        return dataSource.equals(other);
    }

    /** A connection was asked for, or a statement is about to run. */
    void touch() {
        touched = stack.lastSequence();
    }

    /** A statement has failed. */
    void suspect(SQLException failure) {
        if (suspicion == null) {
            suspicion = failure;
        }
    }

    /** What open scopes still lack here. */
    Pending pending() {
        keepLeftBehind();
        Deque<Savepoint> lacking = new ArrayDeque<>();
        for (Mark mark : stack.openMarks()) {
            if (!savepoints.isEmpty() && savepoints.getFirst().mark().sequence() >= mark.sequence()) {
                break;
            }
            if (isCovered(mark)) {
                lacking.addFirst(new Savepoint(mark, nameFor(mark)));
            }
        }
        return new Pending(dialect, stack.isAlone() ? kept : null, List.copyOf(lacking));
    }

    /** Savepoints by hand whose merged scope ended in a doom that was lifted: what came since is kept like a finished scope's. */
    private void keepLeftBehind() {
        while (!savepoints.isEmpty() && !stack.isOpen(savepoints.getFirst().mark())) {
            kept = savepoints.removeFirst();
        }
    }

    private boolean isCovered(Mark mark) {
        return !sources.support().isMerged(name) && sources.names(mark.using(), name, dataSource);
    }

    private String nameFor(Mark mark) {
        return dialect.namesByDepth() && stack.isFirst()
                ? Dialect.nameOfDepth(mark.depth(), kept == null ? null : kept.name())
                : Dialect.uniqueName(mark.sequence());
    }

    /** Whether what is pending may stand before a statement: proven to be taken, and nobody else's savepoints in between. */
    boolean takesPrefix() {
        return dialect.takesPrefix() && stack.isFirst() && sources.support().isProven(name);
    }

    /** The database is told with the next statement. If that fails, a savepoint that is not there will be missed. */
    void told(Pending pending) {
        kept = null;
        pending.lacking().forEach(savepoints::addFirst);
        statements.log(pending.prefix().sql());
    }

    /** Tells the database now. */
    void tell(Pending pending, Connection raw) throws SQLException {
        try (Statement statement = raw.createStatement()) {
            if (takesPrefix()) {
                statement.execute(pending.prefix().sql());
                told(pending);
            } else {
                tellOneByOne(pending, statement);
            }
        } catch (SQLException e) {
            broken = e;
            throw e;
        }
    }

    private void tellOneByOne(Pending pending, Statement statement) throws SQLException {
        if (pending.kept() != null) {
            statements.release(statement, pending.kept());
            kept = null;
        }
        for (Savepoint savepoint : pending.lacking()) {
            if (!isSet(statement, savepoint)) {
                return;
            }
            savepoints.addFirst(savepoint);
        }
    }

    /** Sets a savepoint; or finds that there are none to be had here, and that scopes may go without. */
    private boolean isSet(Statement statement, Savepoint savepoint) throws SQLException {
        try {
            statements.set(statement, savepoint);
        } catch (SQLException e) {
            if (Dialect.isBranchBroken(e)) {
                throw e;
            }
            refused(savepoint, e);
            return false;
        }
        sources.support().prove(name);
        return true;
    }

    private void refused(Savepoint savepoint, SQLException refusal) {
        sources.support().refuse(name);
        if (!sources.support().isMerged(name)) {
            throw SavepointLog.LOG.savepointRefused(savepoint.name(), name, dialect.product(), refusal);
        }
        SavepointLog.LOG.merged(name, refusal);
    }

    @Override
    public void released(Mark mark) throws SQLException {
        Savepoint outermost = outermostSince(mark);
        if (outermost == null) {
            return;
        }
        if (takesPrefix() && stack.isAlone() && suspicion == null) {
            kept = outermost;
        } else {
            statements.release(outermost); // after a failure it has to be seen now whether the work can be kept
            kept = null;
            suspicion = null;
            released = mark;
        }
        removeSince(mark.sequence());
    }

    @Override
    public void undone(Mark mark, boolean stays) throws SQLException {
        Savepoint outermost = outermostSince(mark);
        if (touched >= mark.sequence() && !isCovered(mark)) {
            throw SavepointLog.LOG.outsideScope(name, sources.support().isMerged(name));
        }
        if (mark.equals(released)) {
            throw SavepointLog.LOG.releasedAlready(name);
        }
        if (outermost != null) {
            rollBackTo(outermost, stays);
            kept = null;
            broken = null;
            suspicion = null;
            removeSince(stays ? mark.sequence() + 1 : mark.sequence());
        } else if (broken != null) {
            throw broken;
        }
    }

    private @Nullable Savepoint outermostSince(Mark mark) {
        Savepoint outermost = null;
        for (Savepoint savepoint : savepoints) {
            if (savepoint.mark().sequence() < mark.sequence()) {
                break;
            }
            outermost = savepoint;
        }
        return outermost == null && isKeptSince(mark) ? kept : outermost;
    }

    /** A release that another database refused has to be taken back here: where it waits, the savepoint is still there. */
    private boolean isKeptSince(Mark mark) {
        return kept != null && kept.mark().sequence() >= mark.sequence();
    }

    private void removeSince(long sequence) {
        while (!savepoints.isEmpty() && savepoints.getFirst().mark().sequence() >= sequence) {
            savepoints.removeFirst();
        }
    }

    private void rollBackTo(Savepoint savepoint, boolean stays) throws SQLException {
        if (stays) {
            statements.rollBackTo(savepoint);
        } else {
            statements.rollBackToAndRelease(savepoint);
        }
    }

    /** PostgreSQL answers a commit after a failed statement with a roll back that looks like a commit: any statement tells. */
    @Override
    public void beforeCompletion() throws SQLException {
        keepLeftBehind();
        SQLException failure = suspicion;
        try {
            releaseKept();
            if (failure != null) {
                statements.probe();
            }
        } catch (SQLException e) {
            if (failure == null) {
                throw e;
            }
            failure.addSuppressed(e);
            throw failure;
        }
    }

    private void releaseKept() throws SQLException {
        Savepoint last = kept;
        if (last != null && stack.isAlone()) {
            statements.release(last);
            kept = null;
        }
    }
}
