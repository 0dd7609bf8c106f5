// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.application;

import io.xact.Xact;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;

/** {@code @Xact} on a class. */
@Xact
@ApplicationScoped
public class ClassScopes {

    public void run(Step work) throws Throwable {
        work.run();
    }

    public <T> T call(Callable<T> work) throws Exception {
        return work.call();
    }
}
