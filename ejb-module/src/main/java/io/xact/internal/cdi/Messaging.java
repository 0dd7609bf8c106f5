// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.cdi;

import io.xact.OnCommit;
import io.xact.internal.config.XactConfig;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Optional;
import java.util.function.Supplier;

/** Messages in one CDI container. Names no type of Jakarta Messaging, so that it can be loaded where there is none. */
interface Messaging extends AutoCloseable {

    /** Where there is no messaging, nobody can ask for it. */
    Messaging NONE = new Messaging() {};

    /** What there is. */
    static Messaging inSight(XactConfig config, BeanManager beans, Supplier<Services> services) {
        try {
            Class.forName("jakarta.jms.JMSProducer", false, Messaging.class.getClassLoader());
            return new MessagingBeans(config, beans, services);
        } catch (ClassNotFoundException | LinkageError notInSight) {
            return NONE;
        }
    }

    /** Adds the beans. */
    default void register(AfterBeanDiscovery event) {}

    /** What is wrong with a place that wants messages sent, in a sentence. */
    default Optional<String> problemWith(OnCommitPoint point) {
        return Optional.empty();
    }

    /** The application is about to start: what it uses is recovered from now on. */
    default void prepare(OnCommit qualifier) {}

    /** The application ends. */
    @Override
    default void close() {}
}
