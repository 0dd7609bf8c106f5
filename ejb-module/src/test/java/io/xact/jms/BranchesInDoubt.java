// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jms;

import jakarta.jms.JMSException;
import jakarta.jms.XAConnection;
import jakarta.jms.XAConnectionFactory;
import jakarta.jms.XASession;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;

/** What a broker has prepared, and knows no decision of. */
final class BranchesInDoubt {

    private BranchesInDoubt() {}

    static int at(XAConnectionFactory broker) {
        try (XAConnection connection = broker.createXAConnection();
                XASession session = connection.createXASession()) {
            return session.getXAResource().recover(XAResource.TMSTARTRSCAN | XAResource.TMENDRSCAN).length;
        } catch (JMSException | XAException e) {
            throw new IllegalStateException(e);
        }
    }
}
