// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import io.xact.Block;
import io.xact.Work;
import io.xact.XactOptions;
import io.xact.XactSavepoint;
import io.xact.XactScope;
import io.xact.Xacts;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The library, over real databases. */
final class RealWorld implements World {

    private final Application application;
    private final Xacts xacts;
    private final TransactionManager manager;
    private final Map<Db, DataSource> guarded = new EnumMap<>(Db.class);

    RealWorld(Application application) {
        this.application = application;
        this.xacts = application.xacts();
        this.manager = application.transactionManager();
        for (Db db : Db.values()) {
            guarded.put(db, xacts.guarded(application.jndiName(db)));
        }
    }

    @Override
    public Session open(Db db, Access access, boolean kept) throws SQLException {
        return switch (access) {
            case GUARDED -> RealSession.on(guarded(db), kept);
            case UNGUARDED -> RealSession.on(application.unguarded(db), kept);
            case PERSISTED, FLUSHED -> new Persisting(db, access == Access.FLUSHED);
        };
    }

    private DataSource guarded(Db db) {
        DataSource dataSource = guarded.get(db);
        if (dataSource == null) {
            throw new IllegalStateException("no data source " + db);
        }
        return dataSource;
    }

    /** The persistence context of the thread's transaction. */
    private final class Persisting implements Session {

        private final Db db;
        private final boolean flushes;

        Persisting(Db db, boolean flushes) {
            this.db = db;
            this.flushes = flushes;
        }

        @Override
        public void insert(boolean prepared, String row) {
            application.persist(db, row);
            if (flushes) {
                application.flush(db);
            }
        }

        @Override
        public void close() {}
    }

    @Override
    public @Nullable Object call(ScopeShape shape, Work<Object, Throwable> work) throws Throwable {
        return switch (shape.how()) {
            case METHOD -> application.callByMethod(work);
            case CLASS -> application.callByClass(work);
            default -> options(shape).call(work);
        };
    }

    @Override
    public XactScope begin(ScopeShape shape) {
        return options(shape).begin();
    }

    private XactOptions options(ScopeShape shape) {
        XactOptions options = xacts.with().retries(shape.retries());
        options = switch (shape.propagation()) {
            case NEST -> options;
            case MERGE -> options.savepoint(false);
            case NEW -> options.requiresNew(true);
            case DURABLE -> options.durable(true);
        };
        if (shape.using() != null) {
            options = options.using(application.jndiName(shape.using()));
        }
        return shape.lists() ? options.dontRollbackOn(Thrown.Listed.class) : options;
    }

    @Override
    public boolean isActive() {
        return xacts.isActive();
    }

    @Override
    public boolean isMarked() {
        return jta(() -> manager.getStatus() == Status.STATUS_MARKED_ROLLBACK);
    }

    @Override
    public int depth() {
        return xacts.depth();
    }

    @Override
    public boolean isRollback() {
        return xacts.isRollback();
    }

    @Override
    public void setRollback(boolean on) {
        xacts.setRollback(on);
    }

    @Override
    public void register(Hook.Kind kind, Runnable action) {
        switch (kind) {
            case ON_COMMIT -> xacts.onCommit(action);
            case ROBUST -> xacts.onCommitRobust(action);
            case ON_ROLLBACK -> xacts.onRollback(action);
        }
    }

    @Override
    public void send(String message) {
        application.send(message);
    }

    @Override
    public List<String> messages() {
        return application.takeMessages();
    }

    @Override
    public XactSavepoint savepoint() {
        return xacts.savepoint();
    }

    @Override
    public void rollbackTo(XactSavepoint savepoint) {
        xacts.rollbackTo(savepoint);
    }

    @Override
    public void release(XactSavepoint savepoint) {
        xacts.release(savepoint);
    }

    @Override
    public void markOnError(Block<Throwable> block) throws Throwable {
        xacts.markOnError(block);
    }

    @Override
    public void mark() {
        jta(() -> {
            manager.setRollbackOnly();
            return true;
        });
    }

    @Override
    public void ownerBegins() {
        jta(() -> {
            manager.begin();
            return true;
        });
    }

    @Override
    public void ownerCommits() throws RollbackException {
        try {
            manager.commit();
        } catch (RollbackException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void ownerRollsBack() {
        jta(() -> {
            manager.rollback();
            return true;
        });
    }

    private interface Jta<T> {
        T call() throws Exception;
    }

    private static <T> T jta(Jta<T> call) {
        try {
            return call.call();
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<Db, List<String>> rows() {
        return application.rows();
    }
}
