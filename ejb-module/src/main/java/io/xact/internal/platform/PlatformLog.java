// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform;

import io.xact.XactDefinitionException;
import io.xact.XactStateException;
import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What is said about the server: 7xx, with configuration and deployment. */
@MessageLogger(projectCode = "XACT", length = 5)
@ValidIdRange(min = 700, max = 729)
interface PlatformLog extends BasicLogger {

    PlatformLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), PlatformLog.class, "io.xact");

    @Message(
            id = 700,
            value =
                    "No %s was found, neither in JNDI (%s) nor as a CDI bean. xact needs a server with JTA, or Narayana's"
                            + " CDI extension")
    XactDefinitionException serviceMissing(String type, String names);

    @Message(id = 701, value = "The transaction manager could not tell the thread's transaction")
    XactStateException transactionUnknown(@Cause Throwable cause);

    @Message(id = 702, value = "Recovery could not ask the broker behind %s for branches in doubt; it will try again")
    String brokerNotAsked(String connectionFactory);

    @LogMessage(level = Level.WARN)
    @Message(
            id = 703,
            value =
                    "The broker behind %s is not recovered after a crash: the transaction manager is not Narayana on the class path. Register it"
                            + " there by hand")
    void notRecovered(String connectionFactory);
}
