// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.jms;

import jakarta.jms.JMSException;
import javax.transaction.xa.XAResource;

/** A broker that may hold branches which a crash has left in doubt. Used by one thread at a time. */
public interface RecoverableBroker extends AutoCloseable {

    /**
     * Connects anew; what was opened before is closed.
     *
     * @return knows the branches in doubt, and ends them
     * @throws JMSException if the broker can't be reached
     */
    XAResource open() throws JMSException;

    /** Closes what is open. */
    @Override
    void close();
}
