// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.application;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionManager;

/** The server's own transaction manager. */
@ApplicationScoped
public class Jta {

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = "java:jboss/TransactionManager")
    private TransactionManager manager;

    public TransactionManager manager() {
        return manager;
    }

    /** Whether the thread's transaction can still be committed. */
    public int status() throws Exception {
        return manager.getStatus();
    }
}
