// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.application;

import io.xact.Xact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Methods whose transaction is of {@code @Transactional}. */
@ApplicationScoped
public class TransactionalOwner {

    @Transactional
    public void transactional(Step work) throws Throwable {
        work.run();
    }

    /** The scope stands inside: it nests, whatever the order of the annotations. */
    @Xact
    @Transactional
    public void both(Step work) throws Throwable {
        work.run();
    }

    /** As the method before, but tried again as a whole. */
    @Xact(retries = 3)
    @Transactional
    public void bothRetrying(Step work) throws Throwable {
        work.run();
    }
}
