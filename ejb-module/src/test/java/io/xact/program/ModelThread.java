// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import io.xact.program.ModelWork.HeldHook;
import io.xact.program.ModelWork.Row;
import io.xact.program.ScopeShape.Propagation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The thread's transaction, and what is committed. */
final class ModelThread {

    private final List<Row> committed = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private @Nullable ModelTransaction transaction;
    private @Nullable String beyond;
    private final Set<Construct> met = EnumSet.noneOf(Construct.class);

    @Nullable ModelTransaction transaction() {
        return transaction;
    }

    @Nullable ModelScope scope() {
        return transaction == null ? null : transaction.scope();
    }

    ModelTransaction requiredTransaction() {
        if (transaction == null) {
            throw new IllegalStateException("no transaction");
        }
        return transaction;
    }

    ModelTransaction begin(boolean foreign) {
        ModelTransaction begun = new ModelTransaction(foreign);
        transaction = begun;
        return begun;
    }

    /** The thread's transaction has ended. */
    void end() {
        transaction = null;
    }

    void set(@Nullable ModelTransaction other) {
        transaction = other;
    }

    void commit(ModelWork work) {
        committed.addAll(work.rows());
        work.messages().forEach(this::send);
    }

    /** A message has gone out. */
    void send(String message) {
        sent.add(message);
    }

    List<String> sent() {
        return sent;
    }

    List<String> committed(Db db) {
        return committed.stream().filter(row -> row.db() == db).map(Row::name).toList();
    }

    /** What a world alone can't tell of itself. */
    void met(Construct construct) {
        met.add(construct);
    }

    Set<Construct> met() {
        return met;
    }

    /** From here on the contract can't tell. */
    void goBeyond(String why) {
        beyond = why;
    }

    Optional<String> beyond() {
        return Optional.ofNullable(beyond);
    }

    /** What runs in a transaction. */
    interface Body {
        @Nullable Object run() throws Throwable;
    }

    /** Runs a scope in a transaction of its own if it is to have one, and otherwise in the thread's. */
    @Nullable Object apart(ScopeShape shape, Body body) throws Throwable {
        ModelTransaction aside = transaction;
        if (shape.propagation() != Propagation.NEW) {
            return body.run();
        }
        transaction = null;
        try {
            return body.run();
        } finally {
            transaction = aside;
        }
    }

    /** Hooks run outside any transaction; a roll back's are all run, whatever they throw. */
    void runRollbackHooks(List<HeldHook> newestFirst) {
        ModelTransaction aside = transaction;
        transaction = null;
        for (HeldHook hook : newestFirst) {
            runLogged(hook);
        }
        transaction = aside;
    }

    private static void runLogged(HeldHook hook) {
        try {
            hook.action().run();
        } catch (RuntimeException | Error logged) {
            return;
        }
    }

    /** After a commit; what a hook throws comes out, unless the hook is robust. */
    void runCommitHooks(List<HeldHook> oldestFirst) {
        oldestFirst.forEach(this::runAtOnce);
    }

    void runAtOnce(HeldHook hook) {
        switch (hook.kind()) {
            case ON_COMMIT -> hook.action().run();
            case ROBUST -> {
                try {
                    hook.action().run();
                } catch (RuntimeException logged) {
                    return;
                }
            }
            case ON_ROLLBACK -> {}
        }
    }
}
