// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

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

/** What is said of requests: 6xx. */
@MessageLogger(projectCode = "XACT", length = 5)
@ValidIdRange(min = 600, max = 699)
public interface WebLog extends BasicLogger {

    /** The category is that of the public package. */
    WebLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), WebLog.class, "io.xact.web");

    /** Set-up. */
    @Message(id = 600, value = "The filter %s can't work as it is declared. All that was found:%s")
    XactDefinitionException filterProblems(String filter, String list);

    /** Set-up. */
    @Message(
            id = 601,
            value =
                    "It is not declared with <async-supported>true</async-supported>: no request that goes through it could be handled"
                            + " asynchronously, not even one that it leaves alone. Add it to its <filter>")
    String asyncNotSupported();

    /** Set-up. */
    @Message(
            id = 602,
            value =
                    "The filter %s was not prepared when the application started: xact-web's ServletContainerInitializer has not run, or"
                            + " the filter was added later. Declare it in web.xml; if that has an <absolute-ordering>, add <others/> to it")
    XactDefinitionException notPrepared(String filter);

    /** Set-up. */
    @Message(
            id = 603,
            value =
                    "No CDI container of the application knows xact, so the filter can't be injected. Give the application a bean, or an"
                            + " empty WEB-INF/beans.xml; where xact.ear is beside it, say services in the manifest's Dependencies line")
    String withoutBeans();

    /** Set-up. */
    @Message(
            id = 604,
            value =
                    "The servlet %s has @NonXact, and was added when the application's filters were prepared already: it would run in the"
                            + " transaction. Declare it by @WebServlet or in web.xml")
    XactDefinitionException servletCameLater(String servlet);

    /** A handler wants what can't be. */
    @Message(
            id = 610,
            value =
                    "%s can't be handled asynchronously: its transaction belongs to this thread and ends with it. Answer in this thread;"
                            + " or put @NonXact on the handler, or exclude its path; or set the filter's async to commit-on-return, if all of"
                            + " the work is done before the handler returns")
    XactStateException asyncRefused(String request);

    /** A handler writes too much. */
    @Message(
            id = 611,
            value =
                    "The answer is longer than %d bytes, which is the filter's maxResponseBytes: the request fails and its work is undone."
                            + " Raise it, or exclude the path")
    String answerTooLong(long maxBytes);

    /** What a handler wrote could not be held. */
    @Message(
            id = 612,
            value = "The answer to %s could not be held until the commit: the request fails and its work is undone")
    XactStateException notHeld(String request, @Cause Throwable cause);

    /** Deployment. */
    @Message(
            id = 613,
            value =
                    "%s has @NonXact and is a sub-resource locator: what it locates would run in the transaction all the same. Put it on"
                            + " the class of what is located, or on the locator's class")
    String onLocator(String method);

    /** A failed commit. */
    @LogMessage(level = Level.ERROR)
    @Message(id = 620, value = "%s is answered with %d, because its work could not be kept")
    void notKept(String request, int status, @Cause Throwable failure);

    /** A failed commit, and nobody can be told. */
    @LogMessage(level = Level.ERROR)
    @Message(
            id = 621,
            value =
                    "The work of %s could not be kept, but its answer has been sent behind the filter's back: write to the response that"
                            + " the handler is called with")
    void notKeptBehind(String request, @Cause Throwable failure);

    /** A failed hook. */
    @LogMessage(level = Level.ERROR)
    @Message(id = 622, value = "%s is committed, and answered so, though a hook failed after the commit")
    void hookFailed(String request, @Cause Throwable failure);

    /** A failed roll back. */
    @LogMessage(level = Level.ERROR)
    @Message(id = 623, value = "%s is answered with the error that its handler wanted, but rolling it back failed")
    void undoFailed(String request, @Cause Throwable failure);

    /** A transaction that was left open. */
    @LogMessage(level = Level.ERROR)
    @Message(id = 624, value = "%s has ended, and what it left open is rolled back")
    void leftOpen(String request, @Cause Throwable report);
}
