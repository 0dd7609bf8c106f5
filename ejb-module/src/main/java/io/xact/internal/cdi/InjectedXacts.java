// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.cdi;

import io.xact.Block;
import io.xact.Work;
import io.xact.XactOptions;
import io.xact.XactSavepoint;
import io.xact.XactScope;
import io.xact.Xacts;
import io.xact.internal.engine.CurrentScope;
import io.xact.internal.engine.EngineOptions;
import io.xact.internal.engine.XactEngine;
import io.xact.internal.savepoint.GuardedDataSource;
import io.xact.internal.savepoint.Sources;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** {@link Xacts} over the engine. Thread-safe. */
final class InjectedXacts implements Xacts {

    private final XactEngine engine;
    private final CurrentScope current;
    private final Sources sources;
    private final String defaultDataSource;
    private final XactOptions defaults;

    InjectedXacts(XactEngine engine, Sources sources, String defaultDataSource) {
        this.engine = engine;
        this.current = new CurrentScope(engine);
        this.sources = sources;
        this.defaultDataSource = defaultDataSource;
        this.defaults = EngineOptions.of(engine, sources);
    }

    @Override
    public <X extends Throwable> void run(Block<X> block) throws X {
        defaults.run(block);
    }

    @Override
    public <T extends @Nullable Object, X extends Throwable> T call(Work<T, X> work) throws X {
        return defaults.call(work);
    }

    @Override
    public XactScope begin() {
        return defaults.begin();
    }

    @Override
    public XactOptions with() {
        return defaults;
    }

    @Override
    public boolean isActive() {
        return current.isActive();
    }

    @Override
    public void requireActive() {
        current.requireActive();
    }

    @Override
    public int depth() {
        return current.depth();
    }

    @Override
    public boolean isRollback() {
        return current.isRollback();
    }

    @Override
    public void setRollback(boolean on) {
        current.setRollback(on);
    }

    @Override
    public void onCommit(Runnable hook) {
        current.onCommit(hook);
    }

    @Override
    public void onCommitRobust(Runnable hook) {
        current.onCommitRobust(hook);
    }

    @Override
    public void onRollback(Runnable hook) {
        current.onRollback(hook);
    }

    @Override
    public XactSavepoint savepoint() {
        return current.savepoint();
    }

    @Override
    public void rollbackTo(XactSavepoint savepoint) {
        current.rollbackTo(savepoint);
    }

    @Override
    public void release(XactSavepoint savepoint) {
        current.release(savepoint);
    }

    @Override
    public <X extends Throwable> void markOnError(Block<X> block) throws X {
        current.markOnError(block);
    }

    @Override
    public DataSource guarded(String jndiName) {
        return new GuardedDataSource(engine, sources, jndiName.isEmpty() ? defaultDataSource : jndiName);
    }
}
