// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.jms;

import io.xact.XactDefinitionException;
import jakarta.jms.IllegalStateRuntimeException;
import jakarta.jms.InvalidDestinationRuntimeException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.MessageFormatRuntimeException;
import jakarta.jms.ResourceAllocationRuntimeException;
import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What held messages say: 3xx. No body, property or header is ever in it. */
@MessageLogger(projectCode = "XACT", length = 5)
@ValidIdRange(min = 300, max = 399)
interface JmsLog extends BasicLogger {

    JmsLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), JmsLog.class, "io.xact");

    // set-up

    @Message(
            id = 300,
            value =
                    "The JMS connection factory %s was not found, neither in JNDI nor (without a server) as a CDI bean. Check the name at"
                            + " @OnCommit (or xact.jms.connection-factory), and that the server has messaging: standalone-full.xml, or a"
                            + " pooled-connection-factory. The message was not taken")
    XactDefinitionException factoryMissing(String name);

    @Message(
            id = 301,
            value =
                    "The JMS connection factory %s (%s) enlists no XA session in the JTA transaction: its messages would be sent beside it, or"
                            + " before its databases are committed. On WildFly use a pooled-connection-factory with transaction=xa, such as java:/JmsXA; without a server an"
                            + " XAConnectionFactory; or mode = AFTER_COMMIT")
    XactDefinitionException notEnlisting(String name, String type);

    @Message(
            id = 302,
            value =
                    "The transaction manager did not take the JMS session of %s into the transaction. The whole transaction is rolled back")
    java.lang.IllegalStateException notEnlisted(String name);

    // at the call

    @Message(id = 310, value = "A message needs a destination, and has none")
    InvalidDestinationRuntimeException destinationMissing();

    @Message(id = 311, value = "There is no message to be sent: it is null")
    MessageFormatRuntimeException messageMissing();

    @Message(id = 312, value = "A property, or an entry of a map, needs a name")
    IllegalArgumentException nameMissing();

    @Message(
            id = 313,
            value =
                    "\"%s\" can't be the name of a property: it is no Java identifier, or a word of the selectors' language. Choose another one")
    MessageFormatRuntimeException nameInvalid(String name);

    @Message(
            id = 314,
            value =
                    "The value of \"%s\" is of type %s: a message carries texts, booleans and numbers, and in maps and streams also chars and"
                            + " byte arrays. Convert it, or send an object")
    MessageFormatRuntimeException valueInvalid(String name, String type);

    @Message(id = 315, value = "The property \"%s\" is a %s and can't be read as %s")
    MessageFormatRuntimeException notReadable(String name, String type, String wanted);

    @Message(id = 316, value = "An object of type %s can't be sent: it can't be serialized and read again")
    MessageFormatRuntimeException notSerializable(String type, @Cause Throwable cause);

    @Message(id = 317, value = "The %s %d can't be: it goes from %d to %d")
    JMSRuntimeException outOfRange(String what, long value, long least, long most);

    @Message(id = 318, value = "The message to %s was not taken: what it says can't be read")
    String notTaken(String destination);

    @Message(
            id = 319,
            value =
                    "The message %s (%d bytes) was not taken: its transaction holds %d bytes already, and may hold %d. Send less in one"
                            + " transaction, or raise xact.jms.max-held-bytes. The scope that sent it is doomed")
    ResourceAllocationRuntimeException heldTooMuch(String message, long bytes, long held, long limit);

    @Message(id = 320, value = "The message %s was not sent: the broker behind %s refused it, or was not reached")
    String notSent(String message, String factory);

    @Message(id = 321, value = "Nothing could be made by the broker behind %s: it refused, or was not reached")
    String notMade(String factory);

    @Message(
            id = 322,
            value =
                    "%s was refused: an @OnCommit JMSContext has no connection of its own, and its messages are sent with the transaction. It"
                            + " makes messages, destinations and producers; receive by a message-driven bean or a JMSContext of the container's")
    IllegalStateRuntimeException refusedByContext(String method);

    // at the commit

    @Message(
            id = 330,
            value =
                    "The message %s was not handed over: the broker behind %s refused it, or was not reached. The whole transaction is rolled"
                            + " back")
    java.lang.IllegalStateException notHandedOver(String message, String factory, @Cause Throwable cause);

    @Message(
            id = 331,
            value =
                    "A message that came during the commit could not follow the others. The whole transaction is rolled back")
    java.lang.IllegalStateException notFollowed(@Cause Throwable cause);

    @Message(id = 332, value = "The message %s was not sent: it was rolled back with its scope, or its transaction")
    String rolledBack(String message);

    @LogMessage(level = Level.ERROR)
    @Message(
            id = 333,
            value =
                    "The message %s is lost: its transaction is committed, but the broker behind %s refused it, or was not reached. That can be"
                            + " in mode AFTER_COMMIT; it can't in mode XA")
    void lost(String message, String factory, @Cause Throwable cause);

    @LogMessage(level = Level.WARN)
    @Message(id = 334, value = "The completion listener of the message %s failed; the next one is told")
    void listenerFailed(String message, @Cause Throwable cause);
}
