// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.jms;

import jakarta.jms.JMSException;
import javax.transaction.xa.XAResource;

/** A broker that may hold branches which a crash has left in doubt. Used by one thread at a time. */
public interface RecoverableBroker extends AutoCloseable {

    /**
     * Connects, unless a connection is there. Recovery works with one resource over several passes: it must not be closed in between.
     *
     * @return knows the branches in doubt, and ends them; the same as long as the connection holds
     * @throws JMSException if the broker can't be reached
     */
    XAResource connected() throws JMSException;

    /** Closes what is open. */
    @Override
    void close();
}
