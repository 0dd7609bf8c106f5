// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.support;

import io.xact.servers.EmbeddedBroker;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.XAConnectionFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQXAConnectionFactory;
import org.jspecify.annotations.Nullable;

/** Makes connection factories known by their names, where there is no JNDI. A broker is started when its factory is looked up first. */
public class Brokers implements Extension {

    /** The platform's default: a broker in this JVM. */
    public static final String DEFAULT = "java:comp/DefaultJMSConnectionFactory";

    /** The same broker, by a connection factory that takes part in no transaction. */
    public static final String PLAIN = "java:/ConnectionFactory";

    /** A broker in a process of its own, which a test starts, kills and starts again. */
    public static final String PROCESS = "java:/RemoteConnectionFactory";

    private static @Nullable EmbeddedBroker inThisJvm;

    private static synchronized String url() {
        EmbeddedBroker broker = inThisJvm;
        if (broker == null) {
            broker = EmbeddedBroker.start();
            inThisJvm = broker;
        }
        return broker.vmUrl();
    }

    /** Connects to the broker in this JVM, from outside any transaction. */
    public static ActiveMQConnectionFactory outside() {
        return new ActiveMQConnectionFactory(url());
    }

    void register(@Observes AfterBeanDiscovery event) {
        add(event, DEFAULT, () -> new ActiveMQXAConnectionFactory(url()));
        add(event, PLAIN, () -> withoutXa(outside()));
        add(
                event,
                PROCESS,
                () -> new ActiveMQXAConnectionFactory(ProcessBroker.only().url()));
    }

    private static void add(AfterBeanDiscovery event, String name, Supplier<ConnectionFactory> factory) {
        event.<ConnectionFactory>addBean()
                .types(ConnectionFactory.class, XAConnectionFactory.class)
                .qualifiers(NamedLiteral.of(name))
                .scope(Dependent.class) // itself, as in JNDI, and no proxy of it
                .createWith(context -> factory.get());
    }

    // Artemis' own are XA ones, all of them
    private static ConnectionFactory withoutXa(ConnectionFactory factory) {
        return (ConnectionFactory) Proxy.newProxyInstance(
                Brokers.class.getClassLoader(),
                new Class<?>[] {ConnectionFactory.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(factory, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
