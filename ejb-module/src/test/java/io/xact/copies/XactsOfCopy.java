// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.copies;

import io.xact.Xacts;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** Loaded with each copy, and calls the {@code Xacts} of that one. */
public final class XactsOfCopy implements OtherCopy {

    private final Xacts xacts;

    /** Takes the container's, which no type is known for outside. */
    public XactsOfCopy(Object xacts) {
        this.xacts = (Xacts) xacts;
    }

    @Override
    public <T> T call(Callable<T> work) throws Exception {
        return xacts.<T, Exception>call(work::call);
    }

    @Override
    public DataSource guarded(String name) {
        return xacts.guarded(name);
    }

    @Override
    public void onCommit(Runnable hook) {
        xacts.onCommit(hook);
    }

    @Override
    public void onRollback(Runnable hook) {
        xacts.onRollback(hook);
    }

    @Override
    public void setRollback(boolean on) {
        xacts.setRollback(on);
    }

    @Override
    public int depth() {
        return xacts.depth();
    }
}
