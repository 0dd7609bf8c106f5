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
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The savepoints of one data source in one transaction. A pool has one physical connection for a transaction, so a
 * savepoint that is set through one handle covers what is done through all of them; at a scope's edge, where the user's
 * handle may be closed, a new one reaches it again. The savepoints that are set are known to other copies of our classes.
 *
 * <p>Where all its statements are seen, savepoints are set before a scope's first one; otherwise when the scope is entered.
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

    /** Names by sequence number. */
    private final NavigableMap<Long, String> savepoints;

    private final UnseenUse unseen;
    private @Nullable Savepoint kept;
    private @Nullable SQLException broken;

    /** What the database has released last: it can't be undone to any more. */
    private @Nullable Long released;

    private @Nullable SQLException suspicion;
    private long touched;

    private Branch(
            String name,
            DataSource dataSource,
            ScopeStack stack,
            Sources sources,
            Dialect dialect,
            NavigableMap<Long, String> savepoints,
            UnseenUse unseen) {
        this.name = name;
        this.dataSource = dataSource;
        this.stack = stack;
        this.sources = sources;
        this.dialect = dialect;
        this.savepoints = savepoints;
        this.unseen = unseen;
        this.statements = new SavepointStatements(name, this::handle, dialect);
    }

    /** The branch of a connection in a transaction; it joins with the first one. */
    static Branch of(
            Connection raw, Dialect dialect, ScopeStack stack, Sources sources, String name, DataSource dataSource)
            throws SQLException {
        Object physical = physical(raw);
        Branch branch = stack.listener(physical, joined -> {
            NavigableMap<Long, String> savepoints = joined.savepointsOn(physical);
            UnseenUse unseen = new UnseenUse(joined, savepoints, sources, raw);
            return new Branch(name, dataSource, joined, sources, dialect, savepoints, unseen);
        });
        branch.unseen.own(raw);
        return branch;
    }

    /** The branch of a connection that was opened to reach what others have done; as {@link UnseenUse#found}. */
    static Branch found(
            Connection raw, ScopeStack stack, Sources sources, String name, DataSource dataSource, long before)
            throws SQLException {
        boolean isFollowed = stack.isFollowed(physical(raw));
        Branch branch = of(raw, Dialect.of(raw), stack, sources, name, dataSource);
        branch.unseen.found(isFollowed ? Long.MIN_VALUE : before);
        return branch;
    }

    /**
     * The one object that stands for the physical connection, whichever handle and whichever name of its data source it
     * was reached by: both pools' handles answer with it here, and no other JDBC call does in both.
     */
    static Object physical(Connection raw) throws SQLException {
        return raw.getMetaData().getConnection();
    }

    boolean isOf(DataSource other) {
        return dataSource.equals(other);
    }

    UnseenUse unseen() {
        return unseen;
    }

    /** Whether work since a mark that ends could be undone to a savepoint that was set in time. */
    boolean hasSavepoint(Mark mark) {
        return savepoints.containsKey(mark.sequence()) && !unseen.hasMissed(mark);
    }

    /** A scope is entered: where others are at work, its savepoint is set now. */
    void entered(Mark mark) throws SQLException {
        unseen.look(mark.sequence());
        if (unseen.isKnown()) {
            setLacking();
        }
    }

    /** Others come, and have done nothing yet: savepoints that are set now are in time for them. */
    void joinedUnseen() throws SQLException {
        unseen.look(Long.MAX_VALUE);
        setLacking();
        unseen.found(Long.MIN_VALUE);
    }

    /** Sets the savepoints that open scopes lack, now, whoever is at work. */
    void setLacking() throws SQLException {
        Pending pending = pending(lacking());
        if (!pending.canWait()) {
            try (Connection connection = handle()) {
                tell(pending, connection);
            }
        }
    }

    /** A handle of ours. */
    private Connection handle() throws SQLException {
        Connection handle = dataSource.getConnection();
        unseen.own(handle);
        return handle;
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

    /** What open scopes still lack here, before a statement. */
    Pending pending() {
        Deque<Savepoint> lacking = lacking();
        if (!lacking.isEmpty() && unseen.isGoingOn()) {
            unseen.found(Long.MAX_VALUE); // since when, nobody knows
            lacking = lacking();
        }
        return pending(lacking);
    }

    private Pending pending(Deque<Savepoint> lacking) {
        return new Pending(dialect, stack.isAlone() ? kept : null, List.copyOf(lacking));
    }

    private Deque<Savepoint> lacking() {
        keepLeftBehind();
        Deque<Savepoint> lacking = new ArrayDeque<>();
        for (Mark mark : stack.openMarks()) {
            if (!savepoints.isEmpty() && savepoints.lastKey() >= mark.sequence()) {
                break;
            }
            if (isCovered(mark) && !unseen.hasMissed(mark)) {
                lacking.addFirst(new Savepoint(mark.sequence(), nameFor(mark)));
            }
        }
        return lacking;
    }

    /** Savepoints by hand whose merged scope ended in a doom that was lifted: what came since is kept like a finished scope's. */
    private void keepLeftBehind() {
        while (!savepoints.isEmpty() && !stack.isOpen(savepoints.lastKey())) {
            kept = savepoint(savepoints.pollLastEntry());
        }
    }

    private static Savepoint savepoint(Map.Entry<Long, String> entry) {
        return new Savepoint(entry.getKey(), entry.getValue());
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
        pending.lacking().forEach(this::isSetNow);
        statements.log(pending.prefix().sql());
    }

    /** Tells the database now. */
    void tell(Pending pending, Connection raw) throws SQLException {
        try (Statement statement = raw.createStatement()) {
            if (takesPrefix() && !pending.isSingle()) {
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
            isSetNow(savepoint);
        }
    }

    private void isSetNow(Savepoint savepoint) {
        savepoints.put(savepoint.sequence(), savepoint.name());
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
    public void releasing(Mark mark) throws SQLException {
        if (isSuspicious() && isAmongOthers(mark) && !stack.isBeyondHelp()) {
            statements.ping();
        }
    }

    /** Whether other branches too would give up their savepoints, and this one may be told last. */
    private boolean isAmongOthers(Mark mark) {
        return outermostSince(mark) != null
                && stack.listeners(Branch.class)
                        .anyMatch(other -> !other.equals(this) && other.outermostSince(mark) != null);
    }

    @Override
    public void release(Mark mark) throws SQLException {
        Savepoint outermost = outermostSince(mark);
        if (outermost == null) {
            return;
        }
        if (takesPrefix() && stack.isAlone() && !isSuspicious()) {
            kept = outermost;
        } else if (!stack.isBeyondHelp()) { // a server may refuse statements then
            statements.release(outermost); // after a failure it has to be seen now whether the work can be kept
            kept = null;
            suspicion = null;
            released = mark.sequence();
        }
        removeSince(mark.sequence());
    }

    /** Whether a statement has failed, or may have, and the database may refuse to keep what came before it. */
    private boolean isSuspicious() {
        return unseen.isKnown() || suspicion != null;
    }

    @Override
    public void undone(Mark mark, boolean stays) throws SQLException {
        if (!stack.isBeyondHelp()) { // else all of the transaction goes, and a server may refuse statements
            goBack(mark, stays);
        }
        removeSince(stays ? mark.sequence() + 1 : mark.sequence());
    }

    private void goBack(Mark mark, boolean stays) throws SQLException {
        Savepoint outermost = outermostSince(mark);
        requireUndoable(mark);
        if (outermost != null) {
            rollBackTo(outermost, stays);
            kept = null;
            broken = null;
            suspicion = null;
        } else if (broken != null) {
            throw broken;
        }
    }

    private void requireUndoable(Mark mark) {
        if (!isCovered(mark) && (unseen.isKnown() || unseen.isGoingOn() || touched >= mark.sequence())) {
            throw SavepointLog.LOG.outsideScope(name, sources.support().isMerged(name));
        }
        if (unseen.hasMissed(mark) || isUsedWithoutSavepoint(mark)) {
            throw SavepointLog.LOG.unguarded(name);
        }
        if (Objects.equals(mark.sequence(), released)) {
            throw SavepointLog.LOG.releasedAlready(name);
        }
    }

    private boolean isUsedWithoutSavepoint(Mark mark) {
        return !savepoints.containsKey(mark.sequence()) && unseen.isGoingOn();
    }

    private @Nullable Savepoint outermostSince(Mark mark) {
        Map.Entry<Long, String> outermost = savepoints.ceilingEntry(mark.sequence());
        if (outermost != null) {
            return savepoint(outermost);
        }
        return isKeptSince(mark) ? kept : null;
    }

    /** A release that another database refused has to be taken back here: where it waits, the savepoint is still there. */
    private boolean isKeptSince(Mark mark) {
        return kept != null && kept.sequence() >= mark.sequence();
    }

    private void removeSince(long sequence) {
        savepoints.tailMap(sequence, true).clear();
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
            if (isSuspicious()) {
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

    @Override
    public void afterCompletion(boolean committed) {
        unseen.forget();
    }

    private void releaseKept() throws SQLException {
        Savepoint last = kept;
        if (last != null && stack.isAlone()) {
            statements.release(last);
            kept = null;
        }
    }
}
