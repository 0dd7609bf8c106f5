// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import io.xact.Block;
import io.xact.Work;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The JTA transaction of the calling thread. Thread-safe; answers for the calling thread only.
 *
 * <p>A completed transaction stays associated while its callbacks run (Narayana: status COMMITTED or ROLLEDBACK): it
 * counts as no transaction here, and is suspended before another one begins.
 */
public final class Transactions {

    private final TransactionManager manager;
    private final TransactionSynchronizationRegistry registry;

    /**
     * Over the two services.
     *
     * @param manager begins and ends transactions
     * @param registry keeps what belongs to one
     */
    public Transactions(TransactionManager manager, TransactionSynchronizationRegistry registry) {
        this.manager = Objects.requireNonNull(manager, "manager");
        this.registry = Objects.requireNonNull(registry, "registry");
    }

    int status() {
        return registry.getTransactionStatus();
    }

    /** Whether the thread has a transaction in which work can still be done, or could if it were not marked. */
    boolean isActive() {
        int status = status();
        return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
    }

    boolean isUnmarked() {
        return status() == Status.STATUS_ACTIVE;
    }

    boolean isMarked() {
        return status() == Status.STATUS_MARKED_ROLLBACK;
    }

    /** Whether the thread's transaction is on its way to completion: too late to join, too early to begin another. */
    boolean isCompleting() {
        return switch (status()) {
            case Status.STATUS_PREPARING,
                    Status.STATUS_PREPARED,
                    Status.STATUS_COMMITTING,
                    Status.STATUS_ROLLING_BACK,
                    Status.STATUS_UNKNOWN -> true;
            default -> false;
        };
    }

    /** The current transaction's key; {@code null} without one. */
    @Nullable Object key() {
        return registry.getTransactionKey();
    }

    /** What the current transaction, which must be active, keeps under a key. */
    @Nullable Object resource(Object key) {
        return registry.getResource(key);
    }

    void putResource(Object key, Object value) {
        registry.putResource(key, value);
    }

    void register(Synchronization synchronization) {
        registry.registerInterposedSynchronization(synchronization);
    }

    /** Begins a transaction. If that fails, the thread has none. */
    Transaction begin(int timeoutSeconds) throws SystemException, NotSupportedException {
        if (timeoutSeconds == 0) {
            manager.begin();
        } else {
            beginWithin(timeoutSeconds);
        }
        return Objects.requireNonNull(manager.getTransaction(), "the transaction just begun");
    }

    private void beginWithin(int timeoutSeconds) throws SystemException, NotSupportedException {
        manager.setTransactionTimeout(timeoutSeconds);
        try {
            manager.begin();
        } finally {
            manager.setTransactionTimeout(0); // it would stay with the thread
        }
    }

    void commit() throws Exception {
        manager.commit();
    }

    void rollback() throws SystemException {
        manager.rollback();
    }

    /** Takes the thread's transaction off it, whatever its status; {@code null} where none is. */
    @Nullable Transaction suspend() {
        try {
            return manager.suspend();
        } catch (SystemException e) {
            throw EngineLog.LOG.suspendFailed(e);
        }
    }

    private void resume(Transaction suspended) {
        try {
            manager.resume(suspended);
        } catch (Exception e) {
            throw EngineLog.LOG.resumeFailed(suspended, e);
        }
    }

    /** Ends what is on the thread and takes it off, so that the thread's next user starts clean. */
    @Nullable Exception detach() {
        Exception failure = rollbackIfActive();
        try {
            suspend();
        } catch (RuntimeException e) {
            if (failure == null) {
                return e;
            }
            Failures.suppress(failure, e);
        }
        return failure;
    }

    private @Nullable Exception rollbackIfActive() {
        try {
            if (isActive()) {
                rollback();
            }
            return null;
        } catch (SystemException | RuntimeException e) {
            return e;
        }
    }

    void setRollbackOnly() {
        registry.setRollbackOnly();
    }

    /** Runs work outside the thread's transaction, which is there again afterwards, whatever comes of the work. */
    @SuppressWarnings("try") // it is there to be closed
    <T extends @Nullable Object, X extends Throwable> T outside(Work<T, X> work) throws X {
        try (Suspension aside = standAside()) {
            return work.call();
        }
    }

    /** As {@link #outside}. */
    @SuppressWarnings("try") // it is there to be closed
    <X extends Throwable> void runOutside(Block<X> block) throws X {
        try (Suspension aside = standAside()) {
            block.run();
        }
    }

    /** Takes the thread's transaction, if there is one, off it until the answer is closed. */
    Suspension standAside() {
        Transaction suspended = suspend();
        return () -> {
            if (suspended != null) {
                resume(suspended);
            }
        };
    }

    /** What is off the thread, and back on it once this is closed. */
    interface Suspension extends AutoCloseable {

        /** Nothing was to be suspended. */
        Suspension NONE = () -> {};

        @Override
        void close();
    }

    /** A status in words, for messages. */
    static String nameOf(int status) {
        return switch (status) {
            case Status.STATUS_ACTIVE -> "active";
            case Status.STATUS_MARKED_ROLLBACK -> "marked for roll back";
            case Status.STATUS_PREPARED -> "prepared";
            case Status.STATUS_COMMITTED -> "committed";
            case Status.STATUS_ROLLEDBACK -> "rolled back";
            case Status.STATUS_NO_TRANSACTION -> "none";
            case Status.STATUS_PREPARING -> "preparing";
            case Status.STATUS_COMMITTING -> "committing";
            case Status.STATUS_ROLLING_BACK -> "rolling back";
            default -> "unknown";
        };
    }
}
