// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Objects;

/**
 * Qualifies what takes effect with the commit of the thread's transaction, and is dropped with the scope that it was done in:
 *
 * <pre>{@code
 * @Inject @OnCommit JMSProducer producer;
 * @Inject @OnCommit JMSContext context;      // for createTextMessage and its kin
 * @Inject @OnCommit Executor executor;       // its tasks start after the commit
 * }</pre>
 *
 * <p><b>Messages.</b> {@code send} takes a message as it is at the call: its body, its properties, the producer's settings. It is held with the
 * innermost scope; rolled back with it, or with one around it, it is dropped. Before the commit all that are held are given, in order, to a
 * JMS session that is enlisted in the transaction, after the databases, so that these are committed first. Where no transaction is, in
 * hooks too, a message is sent at once. Each has the string property {@code xact_id}, a random UUID, the same at the consumer; after {@code send},
 * {@code producer.getStringProperty("xact_id")} tells it. A value that the code gives it is replaced.
 *
 * <p><b>The producer</b> is all of {@code jakarta.jms.JMSProducer}, and safe for use by several threads: its settings belong to the thread's
 * current transaction, or, where none is, to the calls up to {@code send}. Time to live and delivery delay count from the call of {@code send}
 * (as {@code JMSProducer} says of transacted sends). A {@code CompletionListener} is told after the commit that its message was sent, or after a roll back, by
 * {@code onException}, that it was not; on the thread that ends the transaction or the scope, outside the transaction. The identifier
 * that the broker gives a message isn't known before the commit: {@code getJMSMessageID()} of a message that was held stays as it was.
 *
 * <p><b>The context</b> makes messages, queues and topics, and producers of one's own by {@code createProducer()}, which are not for several
 * threads. It touches no session of the transaction. It can't receive; it can't be closed, started or committed: such calls are refused with
 * a {@code jakarta.jms.IllegalStateRuntimeException}.
 *
 * <p><b>Errors.</b> {@code send} throws what {@code JMSProducer} says, at the call, for bodies, names, destinations and values that can't be; and a
 * {@code jakarta.jms.ResourceAllocationRuntimeException} if the transaction holds more than {@code xact.jms.max-held-bytes}: the message isn't held, and the
 * scope is doomed, alone. In a transaction that is marked, completing or timed out it throws an {@link XactStateException} or a {@link BrokenScopeException}: no
 * message is ever sent beside its transaction. If the broker refuses what is handed over, or can't be reached, the whole transaction is rolled back: {@link XactRolledBackException}.
 *
 * <p><b>Executor.</b> Tasks run on the server's managed executor ({@code java:comp/DefaultManagedExecutorService}), with the context of the caller of
 * {@code execute}; where there is no server, on a CDI bean of type {@link java.util.concurrent.Executor}, or else on the JDK's common pool. They
 * start after the commit, in order; at once where no transaction is. None survives the death of the process.
 */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE})
public @interface OnCommit {

    /** What is promised for a message. */
    enum Mode {

        /**
         * The message is sent if, and only if, the transaction is committed: by an XA session that is enlisted in it. Needs a connection
         * factory of the server that takes part in JTA, or where there is no server an {@code XAConnectionFactory}.
         */
        XA,

        /**
         * The message is sent after the commit, outside the transaction: best effort. It is lost if the process dies in between, or if the
         * broker can't be reached then, which is logged. Costs no second phase.
         */
        AFTER_COMMIT
    }

    /**
     * The connection factory.
     *
     * @return its JNDI name; empty for the default one ({@code xact.jms.connection-factory}). Where there is no server, the name of a CDI
     *     bean {@code @Named} so. Looked up at the first message, in the naming context of the caller
     */
    @Nonbinding
    String connectionFactory() default "";

    /**
     * What is promised for the messages.
     *
     * @return the mode; means nothing for an executor
     */
    @Nonbinding
    Mode mode() default Mode.XA;

    /** For programmatic look-up: {@code instance.select(JMSProducer.class, OnCommit.Literal.DEFAULT)}. */
    final class Literal extends AnnotationLiteral<OnCommit> implements OnCommit {

        private static final long serialVersionUID = 1L;

        /** The default connection factory, in mode {@link Mode#XA}. */
        public static final Literal DEFAULT = new Literal("", Mode.XA);

        /** The JNDI name. */
        private final String connectionFactory;

        /** The mode. */
        private final Mode mode;

        private Literal(String connectionFactory, Mode mode) {
            this.connectionFactory = Objects.requireNonNull(connectionFactory, "connectionFactory");
            this.mode = Objects.requireNonNull(mode, "mode");
        }

        /**
         * A connection factory by name.
         *
         * @param connectionFactory its JNDI name; empty for the default one
         * @param mode what is promised
         * @return the qualifier
         */
        public static Literal of(String connectionFactory, Mode mode) {
            return new Literal(connectionFactory, mode);
        }

        @Override
        public String connectionFactory() {
            return connectionFactory;
        }

        @Override
        public Mode mode() {
            return mode;
        }
    }
}
