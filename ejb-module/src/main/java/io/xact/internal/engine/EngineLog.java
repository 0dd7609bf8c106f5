// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import io.xact.BrokenScopeException;
import io.xact.HeuristicOutcomeException;
import io.xact.XactCommittedException;
import io.xact.XactDefinitionException;
import io.xact.XactRolledBackException;
import io.xact.XactStateException;
import io.xact.XactTimeoutException;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;
import org.jspecify.annotations.Nullable;

/** What the engine says: 1xx. */
@MessageLogger(projectCode = "XACT", length = 5)
@ValidIdRange(min = 100, max = 199)
interface EngineLog extends BasicLogger {

    EngineLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), EngineLog.class, "io.xact");

    @Message(
            id = 100,
            value = "%s: requiresNew with savepoint = false makes no sense, a transaction of its own can't be merged."
                    + " Remove one of the two")
    XactDefinitionException requiresNewWithoutSavepoint(String origin);

    @Message(
            id = 101,
            value = "%s: durable with savepoint = false makes no sense, a durable scope is never merged. Remove one of"
                    + " the two")
    XactDefinitionException durableWithoutSavepoint(String origin);

    @Message(
            id = 102,
            value = "%s: Rollback can't be listed in dontRollbackOn, it always rolls back. Remove it, or throw another"
                    + " exception")
    XactDefinitionException rollbackCannotBeListed(String origin);

    @Message(
            id = 103,
            value = "%s: %s is no timeout for a transaction. Give whole seconds, 0 (the server's default) or more")
    XactDefinitionException invalidTimeout(String origin, Duration timeout);

    @Message(id = 104, value = "%s: %d retries can't be. Give 0 (none) or more")
    XactDefinitionException invalidRetries(String origin, int retries);

    @Message(
            id = 105,
            value =
                    "%s: retries and dontRollbackOn need a body to look at, and begin() has none. Use run or call, or leave"
                            + " them out")
    XactDefinitionException needsBody(String origin);

    @Message(id = 106, value = "%s: a name in using is blank. Give the JNDI name of a data source, or leave it out")
    XactDefinitionException blankName(String origin);

    @Message(
            id = 110,
            value =
                    "%s is durable, and was called inside %s: what it does would not be durable when it returns. Call it"
                            + " outside, or give it requiresNew. The transaction around it is unharmed")
    XactStateException durableInside(String origin, String around);

    @Message(
            id = 111,
            value =
                    "%s was called while the thread's transaction is %s: too late to join it. Call it before the commit,"
                            + " or in an onCommit hook")
    XactStateException completing(String origin, String status);

    @Message(
            id = 112,
            value =
                    "The rollback flag belongs to a scope, and this thread is in none. Call it inside @Xact or Xacts.run")
    XactStateException noScope();

    @Message(
            id = 113,
            value = "The rollback flag can't be lifted: the scope is merged into a transaction that somebody else owns,"
                    + " and JTA's mark is final. Give the scope a savepoint")
    XactStateException markIsFinal();

    @Message(
            id = 121,
            value =
                    "The rollback flag can't be lifted: a scope inside could not be undone alone, so the whole transaction"
                            + " has to be")
    XactStateException cannotBeLifted();

    @Message(id = 122, value = "The scope %s could not begin. What is around it is unharmed")
    XactStateException notOpened(String path, @Cause Throwable cause);

    @Message(
            id = 114,
            value =
                    "%s can't wait for the commit: the thread's transaction is %s, too late to join it. Come while it is active, or"
                            + " where no transaction is")
    XactStateException tooLate(String what, String status);

    @Message(
            id = 115,
            value = "The scope %s ended in another transaction state than it began in (now: %s): its transaction was"
                    + " committed, rolled back or suspended by other means. Leave completion to the scope; use"
                    + " setRollback(true) to undo it")
    XactStateException transactionReplaced(String path, String status);

    @Message(
            id = 116,
            value = "A transaction is needed here, and this thread has none. Call it inside @Xact or Xacts.run")
    XactStateException transactionRequired();

    @Message(
            id = 117,
            value = "Rollback.returning gave a %s, but %s returns %s. The scope is rolled back; return what the method"
                    + " can return")
    XactStateException rollbackReturnsWrongType(String found, String origin, String expected);

    @Message(id = 118, value = "The thread's transaction could not be suspended")
    XactStateException suspendFailed(@Cause Throwable cause);

    @Message(id = 119, value = "The suspended transaction %s could not be resumed")
    XactStateException resumeFailed(Object transaction, @Cause Throwable cause);

    @Message(id = 120, value = "%s: the transaction manager could not begin a transaction")
    XactStateException beginFailed(String origin, @Cause Throwable cause);

    @Message(id = 123, value = "The scope %s, opened at %s, has ended already. Begin another one")
    XactStateException scopeEnded(String path, String place);

    @Message(
            id = 124,
            value =
                    "The scope %s, opened at %s, was to end before what was opened inside it: %s. It is doomed. End scopes in"
                            + " the reverse order of their beginning, best by try (XactScope scope = ...)")
    XactStateException outOfOrder(String path, String place, String inner);

    @Message(
            id = 125,
            value =
                    "The scope %s, opened at %s, was left open and is rolled back with what is around it. End it where it"
                            + " begins, best by try (XactScope scope = ...)")
    XactStateException leftOpen(String path, String place);

    @Message(
            id = 128,
            value = "%s has left a transaction open on its thread. It is rolled back: end it where it begins")
    XactStateException transactionLeftOpen(String handler);

    @Message(
            id = 126,
            value =
                    "The savepoint is of no use in the scope %s: it was taken in %s and ends with that scope, and it ends when"
                            + " it or an older one is released, or an older one rolled back to. Take one where it is used")
    XactStateException savepointOfOtherScope(String path, String savepointPath);

    @Message(
            id = 127,
            value =
                    "The scope %s returned a CompletionStage that is not done: what it does later would be outside the"
                            + " transaction. The scope is rolled back. Return when the work is done, or start the work in onCommit")
    XactStateException stageNotDone(String path);

    @Message(id = 129, value = "A savepoint could not be taken in the scope %s, which is unharmed")
    XactStateException savepointNotTaken(String path, @Cause Throwable cause);

    @Message(
            id = 130,
            value =
                    "A statement was refused in the scope %s, which is doomed since a failure in %s (the cause). Let the"
                            + " exception leave the scope, or roll back to a savepoint before you go on")
    BrokenScopeException statementInDoomedScope(String path, String failedPath, @Cause @Nullable Throwable failure);

    @Message(
            id = 131,
            value =
                    "A statement was refused in the scope %s: setRollback(true) was called, so its work would be undone."
                            + " Leave the scope, or call setRollback(false)")
    BrokenScopeException statementAfterSetRollback(String path);

    @Message(id = 132, value = "A statement was refused in the scope %s: its transaction was ended by its timeout")
    BrokenScopeException statementAfterTimeout(String path, @Cause Throwable timeout);

    @Message(
            id = 140,
            value =
                    "The scope %s could not be kept and was rolled back: it is doomed since a failure in %s (the cause)")
    XactRolledBackException rolledBack(String path, String failedPath, @Cause @Nullable Throwable failure);

    @Message(
            id = 141,
            value = "The scope %s was rolled back: the transaction manager refused the commit (the cause, with the"
                    + " branches' failures suppressed)")
    XactRolledBackException commitRolledBack(String path, @Cause Throwable cause);

    @Message(
            id = 142,
            value =
                    "The scope %s was rolled back: what it did could not be kept, because flushing it or releasing its savepoints"
                            + " failed (the cause). If undoing it failed too, the scope around it is doomed")
    XactRolledBackException releaseFailed(String path, @Cause Throwable cause);

    @Message(
            id = 143,
            value = "The scope %s was to be undone, and that failed (the cause): the transaction around it is doomed")
    XactRolledBackException undoFailed(String path, @Cause Throwable cause);

    @Message(
            id = 144,
            value =
                    "The scope %s was rolled back: its transaction ran longer than its timeout. Try again, or give it more"
                            + " time")
    XactTimeoutException timedOut(String path, @Cause @Nullable Throwable cause);

    @Message(
            id = 145,
            value = "Held work could not be handed over before the commit (the cause): the transaction is rolled back")
    XactRolledBackException beforeCompletionFailed(@Cause Throwable cause);

    @Message(
            id = 148,
            value =
                    "The scope %s can't be kept: the transaction that it is a part of, which somebody else began, is %s."
                            + " Look for what marked it: an EJB or a @Transactional method that threw, a failure in JPA")
    XactRolledBackException markedBySomebodyElse(String path, String status);

    @Message(
            id = 149,
            value = "Rolling back to a savepoint in the scope %s failed (the cause): the transaction is doomed")
    XactRolledBackException savepointNotUndone(String path, @Cause Throwable cause);

    @Message(
            id = 155,
            value =
                    "The scope %s was rolled back, though the exception that leaves it lets it commit: its flag was set in"
                            + " %s")
    XactRolledBackException rolledBackDespiteListed(String path, String flagPath, @Cause @Nullable Throwable failure);

    @Message(id = 154, value = "Releasing a savepoint in the scope %s failed (the cause): the scope is doomed")
    XactRolledBackException savepointNotReleased(String path, @Cause Throwable cause);

    @Message(
            id = 146,
            value =
                    "The scope %s is committed all the same: a hook failed after the commit, and the hooks behind it were"
                            + " dropped")
    XactCommittedException committedDespiteHook(String path);

    default HeuristicOutcomeException heuristicOutcome(
            String path, HeuristicOutcomeException.Outcome outcome, Throwable cause) {
        return new HeuristicOutcomeException(heuristicOutcomeMessage(path, outcome), outcome, cause);
    }

    @Message(
            id = 147,
            value =
                    "The outcome of the scope %s is %s: the transaction manager's answer is the cause. Branches may differ;"
                            + " compare the data before trying again")
    String heuristicOutcomeMessage(String path, HeuristicOutcomeException.Outcome outcome);

    @LogMessage(level = Level.ERROR)
    @Message(id = 150, value = "Hook %s failed; the next one runs")
    void hookFailed(String hook, @Cause Throwable failure);

    @LogMessage(level = Level.ERROR)
    @Message(
            id = 151,
            value = "An onCommit hook failed after its transaction was committed by its owner; the hooks behind it were"
                    + " dropped")
    void hookFailedAfterForeignCommit(@Cause Throwable failure);

    @LogMessage(level = Level.ERROR)
    @Message(id = 153, value = "A listener failed after the end of its transaction; the others are told")
    void afterCompletionFailed(@Cause Throwable failure);

    @LogMessage(level = Level.ERROR)
    @Message(
            id = 156,
            value =
                    "The scope %s, opened at %s, was left open, and its transaction ended without it: %s. End it where it begins, best by"
                            + " try (XactScope scope = ...)")
    void endedLeftOpen(String path, String place, String status);

    @LogMessage(level = Level.WARN)
    @Message(
            id = 152,
            value = "%s: the timeout is ignored, because the transaction was begun by somebody else. Set it there")
    void timeoutIgnored(String origin);
}
