// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform.hibernate;

import io.xact.XactRolledBackException;
import io.xact.XactStateException;
import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What is said about Hibernate: a part of 7xx. */
@MessageLogger(projectCode = "XACT", length = 5)
@ValidIdRange(min = 730, max = 749)
interface HibernateLog extends BasicLogger {

    HibernateLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), HibernateLog.class, "io.xact");

    @Message(
            id = 730,
            value =
                    "Hibernate asked for a roll back, as it does when a flush or a query fails. The innermost scope is rolled"
                            + " back, and what is around it goes on")
    XactStateException askedToRollBack();

    @Message(
            id = 731,
            value =
                    "The scope can't be undone alone, because of what is held in memory beside it: %s. The whole transaction"
                            + " is rolled back")
    XactRolledBackException notRestored(String reasons);

    @Message(
            id = 732,
            value =
                    "A proxy of %s could not be brought back to what it was before the scope: this Hibernate is none that is"
                            + " known. The whole transaction is rolled back")
    XactRolledBackException proxyNotRestored(String entityName, @Cause Throwable cause);
}
