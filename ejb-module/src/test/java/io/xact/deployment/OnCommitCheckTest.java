// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import io.xact.OnCommit;
import io.xact.XactDefinitionException;
import io.xact.Xacts;
import io.xact.support.Database;
import io.xact.support.Surroundings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Inject;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Places that want messages sent are looked at, at deployment; what needs no messaging deploys without it. */
class OnCommitCheckTest {

    @ApplicationScoped
    static class ByUnknownFactory {
        @Inject
        @OnCommit(connectionFactory = "java:/NoSuchFactory")
        JMSProducer producer;

        @Inject
        @OnCommit(connectionFactory = "java:/NorThisOne")
        JMSContext context;
    }

    @ApplicationScoped
    static class ExecutorWithMode {
        @Inject
        @OnCommit(mode = OnCommit.Mode.AFTER_COMMIT)
        Executor executor;
    }

    @ApplicationScoped
    static class ByDefaultFactory {
        @Inject
        @OnCommit
        JMSProducer producer;
    }

    private static Database database() throws SQLException {
        return new Database(
                "java:/OnCommitDS",
                "jdbc:h2:mem:oncommit;DB_CLOSE_DELAY=-1",
                Surroundings.transactionManager(),
                new TransactionSynchronizationRegistryImple());
    }

    @Test
    @DisplayName(
            "N1 connection factories that nothing is known by, and an executor with a mode, are refused at deployment, all at once")
    void unknownFactory() throws SQLException {
        Database database = database();
        Throwable refusal =
                catchThrowable(() -> Deployment.with(database, ByUnknownFactory.class, ExecutorWithMode.class)
                        .close());

        assertThat(refusal)
                .hasStackTraceContaining("ByUnknownFactory.producer")
                .hasStackTraceContaining("java:/NoSuchFactory")
                .hasStackTraceContaining("java:/NorThisOne")
                .hasStackTraceContaining("ExecutorWithMode.executor");
    }

    @Test
    @DisplayName("N1 without a default connection factory an application deploys; the first message tells, at the call")
    void noDefaultFactory() throws SQLException {
        try (SeContainer container = Deployment.with(database(), ByDefaultFactory.class)) {
            JMSProducer producer = container
                    .select(JMSProducer.class, OnCommit.Literal.DEFAULT)
                    .get();
            container
                    .select(Xacts.class)
                    .get()
                    .run(() -> assertThatThrownBy(() -> producer.send(new ActiveMQQueue("any"), "a"))
                            .isInstanceOf(XactDefinitionException.class)
                            .hasMessageContaining("XACT00300")
                            .hasMessageContaining("standalone-full.xml"));
        }
    }

    /** Runs where there is no Jakarta Messaging; named by reflection. */
    @ApplicationScoped
    public static class Tasks implements Runnable {

        @Inject
        private Xacts xacts;

        @Inject
        @OnCommit
        private Executor executor;

        private final BlockingQueue<String> ran = new LinkedBlockingQueue<>();

        @Override
        public void run() {
            xacts.run(() -> executor.execute(() -> ran.add("after the commit")));
        }

        @Override
        public String toString() {
            try {
                return String.valueOf(ran.poll(30, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return "interrupted";
            }
        }
    }

    @Test
    @DisplayName("N1 where there is no Jakarta Messaging, all else works")
    void withoutMessaging() throws Exception {
        ClassLoader loader = new WithoutMessaging();
        Extension extension = (Extension) loader.loadClass("io.xact.internal.cdi.XactExtension")
                .getConstructor()
                .newInstance();
        Class<?> tasks = loader.loadClass(Tasks.class.getName());
        try (SeContainer container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .setClassLoader(loader)
                .addBeanClasses(tasks)
                .addExtensions(extension)
                .initialize()) {
            Runnable bean = (Runnable) container.select(tasks).get();
            bean.run();
            assertThat(bean.toString()).isEqualTo("after the commit");
        }
    }

    /** Loads the library, and the bean, once more, and finds no class of Jakarta Messaging. */
    private static final class WithoutMessaging extends URLClassLoader {

        WithoutMessaging() {
            super(new URL[] {placeOf(Xacts.class), placeOf(Tasks.class)}, WithoutMessaging.class.getClassLoader());
        }

        private static URL placeOf(Class<?> type) {
            return type.getProtectionDomain().getCodeSource().getLocation();
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (name.startsWith("jakarta.jms.")) {
                    throw new ClassNotFoundException(name);
                }
                Class<?> known = findLoadedClass(name);
                if (known != null) {
                    return known;
                }
                return name.startsWith("io.xact.") ? findClass(name) : super.loadClass(name, resolve);
            }
        }
    }
}
