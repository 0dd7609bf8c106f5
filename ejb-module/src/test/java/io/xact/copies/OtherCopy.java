// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.copies;

import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** Another copy of the library, by types that both copies know. */
public interface OtherCopy {

    /** Runs work in a scope of that copy. */
    <T> T call(Callable<T> work) throws Exception;

    /** A data source that is guarded by that copy. */
    DataSource guarded(String name);

    void onCommit(Runnable hook);

    void onRollback(Runnable hook);

    void setRollback(boolean on);

    int depth();
}
