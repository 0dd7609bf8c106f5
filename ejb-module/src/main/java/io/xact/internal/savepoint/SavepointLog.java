// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import io.xact.SavepointNotSupportedException;
import io.xact.XactDefinitionException;
import io.xact.XactRolledBackException;
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

/** What guarded connections say: 2xx. */
@MessageLogger(projectCode = "XACT", length = 5)
@ValidIdRange(min = 200, max = 299)
interface SavepointLog extends BasicLogger {

    SavepointLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), SavepointLog.class, "io.xact");

    @Message(
            id = 200,
            value = "Savepoint %s could not be set on %s (%s), so a nested scope can't be undone alone there. Merge it"
                    + " (savepoint = false, or xact.savepoint-unsupported=merge for all), or use another data source. The"
                    + " statement did not run")
    SavepointNotSupportedException savepointRefused(
            String savepoint, String dataSource, String product, @Cause Throwable cause);

    @Message(
            id = 201,
            value =
                    "%s on a connection of %s was refused in the scope %s: the scope ends the transaction. Leave the scope"
                            + " to commit, use setRollback(true) or throw Rollback to undo it")
    XactStateException refusedInScope(String method, String dataSource, String path);

    @Message(
            id = 220,
            value =
                    "A connection of %s was opened where no transaction was, or in one that has ended, and is used in another"
                            + " one: the statement would not become part of that. Get a connection where it is used")
    XactStateException connectionOfNoTransaction(String dataSource);

    @Message(
            id = 203,
            value =
                    "The scope can't be undone alone, because of work that it doesn't see, and that joined its transaction"
                            + " inside it: %s. The whole transaction is rolled back. Use a @Guarded data source there, or use it before"
                            + " the scope is entered")
    XactRolledBackException unguarded(String names);

    @Message(
            id = 204,
            value =
                    "The data source %s was not found, neither in JNDI nor (without a server) as a CDI bean of that @Named. Check the name at"
                            + " @Guarded (or xact.datasource), and that the server has it")
    XactDefinitionException dataSourceMissing(String name);

    @Message(
            id = 202,
            value = "A connection of %s was used in another transaction than it was opened in, which is suspended: the"
                    + " statement would have become part of that one. Get a connection where it is used")
    XactStateException connectionOfSuspendedTransaction(String dataSource);

    @Message(
            id = 205,
            value =
                    "%s uses the data source %s, and there is none of that name. Known are: %s. Correct the name, or list it in"
                            + " xact.datasources once the server has it")
    XactDefinitionException unknownDataSource(String origin, String name, String known);

    default XactRolledBackException outsideScope(String dataSource, boolean merged) {
        return merged ? touchedWithoutSavepoint(dataSource) : touchedOutsideUsing(dataSource);
    }

    @Message(
            id = 206,
            value = "The scope can't be undone alone, because it touched %s, which its `using` doesn't name. The whole"
                    + " transaction is rolled back. Name it there, or leave `using` out")
    XactRolledBackException touchedOutsideUsing(String dataSource);

    @Message(
            id = 207,
            value = "The scope can't be undone alone, because it touched %s, which takes no savepoints"
                    + " (xact.savepoint-unsupported=merge). The whole transaction is rolled back")
    XactRolledBackException touchedWithoutSavepoint(String dataSource);

    @LogMessage(level = Level.WARN)
    @Message(
            id = 208,
            value =
                    "%s takes no savepoints: nested scopes that touch it are merged (xact.savepoint-unsupported=merge), and"
                            + " their failure rolls the whole transaction back")
    void merged(String dataSource, @Cause Throwable refusal);

    @LogMessage(level = Level.INFO)
    @Message(id = 209, value = "%s: %s; XA; savepoints and prepare work")
    void probed(String dataSource, String product);

    @LogMessage(level = Level.INFO)
    @Message(
            id = 213,
            value =
                    "%s: %s; savepoints work. Not an XA data source: it commits in one phase, and beside a second resource a"
                            + " crash can leave one of the two committed")
    void local(String dataSource, String product);

    @LogMessage(level = Level.INFO)
    @Message(
            id = 226,
            value =
                    "%s: %s; commit-markable, with its rows in %s; savepoints work. It commits in one phase, before a second"
                            + " resource does")
    void commitMarkable(String dataSource, String product, String table);

    @Message(
            id = 227,
            value =
                    "%s (%s) can't note its commits in the table %s: %s. No transaction with a second resource would commit. Make"
                            + " the table (commit-markable.sql), and grant SELECT, INSERT and DELETE on it to the data source's user")
    String cannotMark(String dataSource, String product, String table, String refusal);

    @LogMessage(level = Level.INFO)
    @Message(
            id = 214,
            value =
                    "%s: %s; savepoints work. Whether it can prepare was not tried: the transaction manager doesn't tell"
                            + " its branches")
    void prepareNotTried(String dataSource, String product);

    @LogMessage(level = Level.INFO)
    @Message(id = 215, value = "%s can't be seen yet; what it can do will show at its first use")
    void notSeenYet(String dataSource);

    @LogMessage(level = Level.WARN)
    @Message(id = 210, value = "%s could not be tried out, so it is not known what it can do (the cause)")
    void notProbed(String dataSource, @Cause Throwable cause);

    @Message(
            id = 211,
            value =
                    "%s (%s) refuses savepoints: %s. Nested scopes can't be undone alone there. Use another data source, or set"
                            + " xact.savepoint-unsupported=merge")
    String takesNoSavepoints(String dataSource, String product, String refusal);

    @Message(
            id = 221,
            value =
                    "%s (%s) gives each connection of a transaction a branch of its own, so a savepoint on one of them doesn't cover"
                            + " the others. On WildFly remove interleaving=true")
    String interleaves(String dataSource, String product);

    @Message(
            id = 212,
            value =
                    "%s (%s) can't prepare a branch: %s. No transaction with a second resource would commit. On PostgreSQL"
                            + " raise max_prepared_transactions to the number of connections")
    String cannotPrepare(String dataSource, String product, String refusal);

    @Message(
            id = 222,
            value =
                    "The scope can't be undone alone, because of what is held in memory beside it: %s. The whole transaction is"
                            + " rolled back. Use Hibernate, with flush mode AUTO, or no persistence context in this transaction")
    XactRolledBackException unfollowed(String contexts);

    @Message(
            id = 223,
            value =
                    "What a persistence context holds can't be kept: a flush or a query has failed in it (the cause), and was not"
                            + " undone since. Let the exception leave the scope, or roll back to a savepoint from before")
    XactRolledBackException contextFailed(@Cause Throwable failure);

    @Message(
            id = 224,
            value =
                    "A persistence context could not join the transaction: no savepoint could be set for it on %s (the cause)")
    XactStateException contextNotJoined(String dataSource, @Cause Throwable cause);

    @Message(
            id = 217,
            value =
                    "%s is not an XA data source, and shares a transaction with %s: a crash during the commit can leave one of"
                            + " the two committed (xact.local-datasource=refuse). Make it an XA data source, or a commit-markable"
                            + " resource. The transaction is rolled back")
    XactDefinitionException localRefused(String dataSource, String others);

    @LogMessage(level = Level.WARN)
    @Message(
            id = 218,
            value =
                    "%s is not an XA data source, and shares a transaction with %s: a crash during the commit can leave one of"
                            + " the two committed. Make it an XA data source, or a commit-markable resource")
    void localBeside(String dataSource, String others);

    @Message(
            id = 219,
            value =
                    "%s could not join the transaction, which has %s already: that is not an XA data source, and a transaction"
                            + " takes one such at most. Make both XA data sources. The transaction is marked for roll back")
    String secondLocal(String dataSource, String local);

    @Message(
            id = 225,
            value =
                    "The transaction is marked for roll back. It has %s, which is not an XA data source, and takes no second one of"
                            + " that kind: if that is what was refused, make both XA data sources")
    XactStateException takesNoSecondLocal(String local);

    @Message(
            id = 216,
            value =
                    "The scope can't be undone alone: %s had released its savepoint when another data source refused to. The whole"
                            + " transaction is rolled back")
    XactRolledBackException releasedAlready(String dataSource);
}
