// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import io.xact.BrokenScopeException;
import io.xact.XactRolledBackException;
import io.xact.XactSavepoint;
import io.xact.XactStateException;
import io.xact.program.World.Session;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One run of a program in a world. What it writes down is the same in two worlds that behave alike. */
public final class Play {

    private final World world;
    private final Names names = new Names();
    private final List<String> events = new ArrayList<>();
    private final Set<Construct> met = EnumSet.noneOf(Construct.class);
    private final List<XactSavepoint> savepoints = new ArrayList<>();
    private Map<Db, Deque<Session>> kept = new EnumMap<>(Db.class);
    private final IdentityHashMap<Step, Integer> failed = new IdentityHashMap<>();
    private @Nullable Throwable last;
    private int count;
    private int hooksAround;

    private Play(World world) {
        this.world = world;
    }

    static Outcome of(Program program, World world) {
        return new Play(world).play(program);
    }

    private Outcome play(Program program) {
        switch (program.owner()) {
            case NONE -> caughtAtTheEnd(program);
            case COMMITS -> {
                met(Construct.OWNER_COMMITS);
                world.ownerBegins();
                caughtAtTheEnd(program);
                ownerCommits();
            }
            case ROLLS_BACK -> {
                met(Construct.OWNER_ROLLS_BACK);
                world.ownerBegins();
                caughtAtTheEnd(program);
                world.ownerRollsBack();
            }
        }
        return new Outcome(List.copyOf(events), world.messages(), world.rows(), met);
    }

    private void caughtAtTheEnd(Program program) {
        try {
            run(program.steps());
            say("ends");
        } catch (Throwable t) {
            tell("ends by ", t);
        }
    }

    private void ownerCommits() {
        try {
            world.ownerCommits();
            say("owner has committed");
        } catch (Exception e) {
            say("owner could not commit: " + e.getClass().getSimpleName());
        }
    }

    World world() {
        return world;
    }

    List<XactSavepoint> savepoints() {
        return savepoints;
    }

    void run(List<Step> steps) throws Throwable {
        for (Step step : steps) {
            step.play(this);
        }
    }

    void met(Construct construct) {
        met.add(construct);
    }

    void say(String event) {
        events.add(event);
    }

    private void tell(String how, Throwable thrown) {
        if (thrown instanceof XactRolledBackException) {
            met(Construct.EDGE_TOLD_OF_ROLLBACK);
        }
        say(how + names.describe(thrown));
    }

    /** A name that is used once. */
    String name(String what) {
        return what + " " + ++count;
    }

    <X extends Throwable> X own(X thrown) {
        names.give(thrown, name(thrown.getClass().getSimpleName()));
        return thrown;
    }

    void raise(Construct construct, Throwable thrown) throws Throwable {
        met(construct);
        last = own(thrown);
        throw thrown;
    }

    void raiseAgain() throws Throwable {
        if (last != null) {
            met(Construct.THROWN_AGAIN);
            throw last;
        }
    }

    void raisePassing(Step step, int times) throws SQLException {
        int before = failed.merge(step, 1, Integer::sum) - 1;
        if (before < times) {
            met(Construct.PASSING_FAILURE);
            throw own(new SQLTransactionRollbackException("passing", "40001"));
        }
        met(Construct.PASSED_FAILURE);
    }

    void caught(Throwable thrown) {
        met(Construct.CAUGHT);
        tell("caught ", thrown);
    }

    void look() {
        met(Construct.LOOK);
        say("active " + world.isActive() + ", depth " + world.depth() + ", rollback " + flag());
    }

    private String flag() {
        try {
            return String.valueOf(world.isRollback());
        } catch (XactStateException outsideAnyScope) {
            return "unknown";
        }
    }

    /**
     * The contract says how a mark by somebody else comes out in the end, but not what becomes of statements until then: on a
     * database that has been touched they run, on another one the transaction manager refuses its branch.
     */
    boolean canSend() {
        return !world.isMarked();
    }

    /** Whether preparing a statement is refused in a doomed scope is not promised. */
    boolean canKeep() {
        return world.isActive() && canSend() && (world.depth() == 0 || !world.isRollback());
    }

    void insert(Insert insert) throws SQLException {
        if (!canSend() || (insert.access().isByEntityManager() && !world.isActive())) {
            return;
        }
        Deque<Session> open = kept.getOrDefault(insert.db(), new ArrayDeque<>());
        boolean onKept = insert.access() == Access.GUARDED && insert.way().isKept() && !open.isEmpty();
        met(insert.construct(onKept));
        if (world.depth() == 0) {
            met(Construct.INSERT_OUTSIDE);
        }
        if (onKept) {
            insert(insert, open.getFirst());
        } else {
            try (Session session = world.open(insert.db(), insert.access(), false)) {
                insert(insert, session);
            }
        }
    }

    private void insert(Insert insert, Session session) throws SQLException {
        String row = insert.duplicate() ? World.SEED : name("row");
        try {
            session.insert(insert.way().isPrepared(), row);
            say(row + " inserted");
        } catch (SQLException e) {
            met(Construct.DUPLICATE_KEY);
            names.give(e, name("SQLException"));
            throw e;
        } catch (BrokenScopeException e) {
            met(Construct.STATEMENT_REFUSED);
            throw e;
        } catch (RuntimeException e) {
            if (insert.access() == Access.FLUSHED && insert.duplicate()) {
                names.give(e, name("PersistenceException"));
            }
            throw e;
        }
    }

    void keeping(Db db, Session session, List<Step> steps) throws Throwable {
        Deque<Session> open = kept.computeIfAbsent(db, key -> new ArrayDeque<>());
        open.addFirst(session);
        try {
            run(steps);
        } finally {
            open.removeFirst();
        }
    }

    void use(XactSavepoint savepoint, boolean releases) {
        try {
            if (releases) {
                world.release(savepoint);
            } else {
                world.rollbackTo(savepoint);
            }
            met(releases ? Construct.SAVEPOINT_RELEASED : Construct.ROLLED_BACK_TO_SAVEPOINT);
        } catch (XactStateException e) {
            met(Construct.SAVEPOINT_REFUSED);
            throw e;
        }
    }

    void send() {
        met(world.isActive() ? Construct.MESSAGE_HELD : Construct.MESSAGE_AT_ONCE);
        world.send(name("message"));
    }

    void register(Hook hook) {
        if (hooksAround > 0) {
            met(Construct.HOOK_IN_HOOK);
        }
        String name = name(hook.kind().toString());
        world.register(hook.kind(), () -> run(hook, name));
    }

    private void run(Hook hook, String name) {
        say(name + " runs");
        met(Construct.HOOK_RUN);
        hooksAround++;
        Map<Db, Deque<Session>> aside = kept;
        kept = new EnumMap<>(
                Db.class); // outside any scope, who refuses a suspended transaction's connection is not promised
        try {
            run(hook.steps());
        } catch (Throwable t) {
            met(Construct.HOOK_FAILED);
            throw unchecked(hook, t);
        } finally {
            kept = aside;
            hooksAround--;
        }
    }

    /** A Runnable throws nothing checked. What becomes of an Error in a robust hook is not promised. */
    private RuntimeException unchecked(Hook hook, Throwable failure) {
        if (failure instanceof RuntimeException unchecked) {
            return unchecked;
        }
        if (failure instanceof Error error && hook.kind() != Hook.Kind.ROBUST) {
            throw error;
        }
        return own(new IllegalStateException(failure));
    }
}
