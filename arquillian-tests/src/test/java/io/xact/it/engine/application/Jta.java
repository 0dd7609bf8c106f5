// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.application;

import io.xact.Block;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
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

    /** Has work done when the thread's transaction is about to complete, as a persistence provider does it. */
    public void beforeCompletion(Block<Exception> work) throws Exception {
        manager.getTransaction().registerSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                try {
                    work.run();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public void afterCompletion(int status) {}
        });
    }

    /** Whether the thread's transaction can still be committed. */
    public int status() throws Exception {
        return manager.getStatus();
    }
}
