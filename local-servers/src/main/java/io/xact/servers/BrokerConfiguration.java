// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** How every broker here is set up, in a process of its own or not: as durable as Artemis is, and without what a test does not need. */
final class BrokerConfiguration {

    static final String DEAD_LETTERS = "DLQ";

    private static final String EXPIRED = "ExpiryQueue";
    private static final long REDELIVERY_DELAY_MILLIS = 10;

    // a commit waits at most this long for others to be written with
    private static final int JOURNAL_BUFFER_NANOS = 100_000;

    // a journal that is still locked is another broker's: one that was killed holds nothing any more
    private static final long LOCK_LIMIT_MILLIS = TimeUnit.SECONDS.toMillis(3);

    private BrokerConfiguration() {}

    /**
     * Returns the configuration of a broker.
     *
     * @param directory what its journal is below
     * @param port where it listens on 127.0.0.1, and its number among the brokers of its JVM
     */
    static Configuration of(Path directory, int port) throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setName("xact")
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setMaxDiskUsage(-1) // a full disk elsewhere would make senders wait
                .setCriticalAnalyzer(false); // a slow machine is no reason to stop
        storeIn(directory, configuration);
        configuration.addAcceptorConfiguration("tcp", tcpUrl(port) + "?protocols=CORE");
        configuration.addAcceptorConfiguration("vm", vmUrl(port));
        configuration.addAddressSetting("#", addresses());
        configuration.addQueueConfiguration(queue(DEAD_LETTERS)); // without a queue, the message would be dropped
        configuration.addQueueConfiguration(queue(EXPIRED));
        return configuration;
    }

    static String tcpUrl(int port) {
        return "tcp://" + Host.LOOPBACK + ":" + port;
    }

    static String vmUrl(int port) {
        return "vm://" + port;
    }

    private static void storeIn(Path directory, Configuration configuration) {
        configuration
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalBufferTimeout_NIO(JOURNAL_BUFFER_NANOS)
                .setJournalLockAcquisitionTimeout(LOCK_LIMIT_MILLIS)
                .setJournalDirectory(directory.resolve("journal").toString())
                .setBindingsDirectory(directory.resolve("bindings").toString())
                .setPagingDirectory(directory.resolve("paging").toString())
                .setLargeMessagesDirectory(directory.resolve("large-messages").toString());
    }

    /** What holds for every address: it is there when it is used first, and stays when it is empty. */
    private static AddressSettings addresses() {
        return new AddressSettings()
                .setAutoCreateAddresses(true)
                .setAutoCreateQueues(true)
                .setAutoDeleteAddresses(false)
                .setAutoDeleteQueues(false)
                .setDeadLetterAddress(SimpleString.of(DEAD_LETTERS))
                .setExpiryAddress(SimpleString.of(EXPIRED))
                .setRedeliveryDelay(REDELIVERY_DELAY_MILLIS);
    }

    private static QueueConfiguration queue(String name) {
        return QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST).setDurable(true);
    }
}
