// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.refused;

import io.xact.OnCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSProducer;
import java.util.concurrent.Executor;

/** Wants what isn't there. */
@ApplicationScoped
public class SendingBean {

    @Inject
    @OnCommit(connectionFactory = "java:/NoSuchJms")
    private JMSProducer producer;

    @Inject
    @OnCommit(mode = OnCommit.Mode.AFTER_COMMIT)
    private Executor executor;

    public String described() {
        return producer + " " + executor;
    }
}
