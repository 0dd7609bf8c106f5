// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.cdi;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What is said at deployment: 7xx, with configuration and the server. */
@MessageLogger(projectCode = "XACT", length = 5)
@ValidIdRange(min = 750, max = 799)
interface CdiLog extends BasicLogger {

    CdiLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), CdiLog.class, "io.xact");

    @Message(id = 750, value = "xact can't work in this deployment as it is. All that was found:%s")
    String problems(String list);

    @Message(
            id = 751,
            value =
                    "%s has @Xact and is %s, so no interceptor gets there and no scope would be opened. Take the annotation"
                            + " away, or use Xacts in it")
    String notIntercepted(String method, String what);

    @Message(
            id = 752,
            value =
                    "%s has @Xact and is an interface: annotations are not inherited from there. Put it on the bean's class or"
                            + " its methods")
    String onInterface(String type);

    @Message(
            id = 753,
            value = "%s has @Xact and is final, so it can't be intercepted. Take away the final, or use Xacts")
    String finalClass(String type);

    @Message(
            id = 755,
            value =
                    "%s has @Xact with %s, and is a method of an EJB with container-managed transactions: the container has opened its"
                            + " transaction before, and a scope inside it can't keep that. Put @Xact on a CDI bean that the EJB calls, or give it"
                            + " requiresNew, or the EJB @TransactionManagement(BEAN)")
    String alwaysNested(String method, String members);

    @Message(
            id = 754,
            value = "%s has @Xact and is %s, so it is no bean, and no scope would be opened. %s, or use Xacts")
    String noBean(String type, String what, String cure);

    @Message(
            id = 756,
            value =
                    "%s wants messages sent by the connection factory %s, and there is none of that name. Check @OnCommit (or"
                            + " xact.jms.connection-factory), and that the server has it")
    String factoryUnknown(String place, String name);

    @Message(
            id = 757,
            value =
                    "%s gives an Executor a connection factory or a mode, which say how messages are sent. Take them away: its tasks start"
                            + " after the commit")
    String executorWithMessaging(String place);
}
