// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jms;

import com.arjuna.ats.arjuna.common.CoreEnvironmentBean;
import com.arjuna.ats.arjuna.common.arjPropertyManager;
import com.arjuna.ats.internal.jta.recovery.arjunacore.JTANodeNameXAResourceOrphanFilter;
import com.arjuna.ats.internal.jta.recovery.arjunacore.JTATransactionLogXAResourceOrphanFilter;
import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import com.arjuna.ats.jta.common.JTAEnvironmentBean;
import com.arjuna.ats.jta.common.jtaPropertyManager;
import com.arjuna.ats.jta.recovery.XAResourceRecovery;
import io.xact.Guarded;
import io.xact.OnCommit;
import io.xact.Xacts;
import io.xact.support.Brokers;
import io.xact.support.Database;
import io.xact.support.Items;
import io.xact.support.NamedDataSources;
import io.xact.support.Recovery;
import io.xact.support.Surroundings;
import io.xact.support.WitnessResource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.XAConnectionFactory;
import java.sql.SQLException;
import java.util.List;
import java.util.ServiceLoader;
import javax.sql.DataSource;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.apache.activemq.artemis.jms.client.ActiveMQXAConnectionFactory;
import org.postgresql.xa.PGXADataSource;

/**
 * An application in a process of its own, over PostgreSQL and a broker: it stores a row, sends a message, and dies in the middle of the commit.
 * Started again, it does nothing but recover.
 */
final class CrashingProcess {

    static final String QUEUE = "crash";
    static final int DEAD = 77;

    private static final int SCANS = 20;

    private CrashingProcess() {}

    /** When it dies. */
    enum Point {
        /** One branch is prepared. */
        PREPARE,
        /** All are prepared, and the decision is written. */
        DATABASE_COMMIT,
        /** The database is committed. */
        BROKER_COMMIT,
        /** Never: it recovers. */
        NONE
    }

    /** Uses what it injects, as any application does; by that it is recovered from its start on. */
    @ApplicationScoped
    static class Sender {

        @Inject
        @OnCommit
        private JMSProducer producer;

        @Inject
        @Guarded(Surroundings.ORDERS)
        private DataSource orders;

        void send(String text) throws SQLException {
            Items.insert(orders, text);
            try (JMSContext context = new ActiveMQXAConnectionFactory(brokerUrl).createContext()) {
                producer.send(context.createQueue(QUEUE), text);
            }
        }
    }

    private static String brokerUrl = "";

    /**
     * Runs it.
     *
     * @param arguments the point, and the addresses of database and broker
     */
    public static void main(String[] arguments) throws Exception {
        Point point = Point.valueOf(arguments[0]);
        brokerUrl = arguments[2];
        configure(arguments[1]);
        Database database = new Database(
                Surroundings.ORDERS,
                arguments[1],
                Surroundings.transactionManager(),
                new TransactionSynchronizationRegistryImple());
        try (SeContainer container = container(database)) {
            if (point == Point.NONE) {
                recover(database);
            } else {
                die(point, container, database);
            }
        }
    }

    private static void configure(String databaseUrl) throws Exception {
        CoreEnvironmentBean core = arjPropertyManager.getCoreEnvironmentBean();
        core.setNodeIdentifier("crash");
        JTAEnvironmentBean jta = jtaPropertyManager.getJTAEnvironmentBean();
        jta.setXaRecoveryNodes(List.of("crash"));
        jta.setOrphanSafetyInterval(1);
        jta.setXaResourceOrphanFilterClassNames(List.of(
                JTATransactionLogXAResourceOrphanFilter.class.getName(),
                JTANodeNameXAResourceOrphanFilter.class.getName()));
        jta.setXaResourceRecoveries(List.of(new RecoveredDatabase(databaseUrl)));
    }

    private static SeContainer container(Database database) {
        SeContainerInitializer weld = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addBeanClasses(Sender.class)
                .addExtensions(new NamedDataSources(database), new Factory());
        ServiceLoader.load(Extension.class).forEach(weld::addExtensions);
        return weld.initialize();
    }

    /** Until nobody is in doubt any more. */
    private static void recover(Database database) throws SQLException {
        for (int scan = 0; scan < SCANS && isInDoubt(database); scan++) {
            Recovery.scan();
        }
    }

    private static boolean isInDoubt(Database database) throws SQLException {
        return !Items.query(database.pool(), "SELECT gid FROM pg_prepared_xacts")
                        .isEmpty()
                || BranchesInDoubt.at(new ActiveMQXAConnectionFactory(brokerUrl)) > 0;
    }

    private static void die(Point point, SeContainer container, Database database) throws Exception {
        database.wire().tap(call -> {
            if (point == Point.DATABASE_COMMIT && call.equals("xa commit")) {
                Runtime.getRuntime().halt(DEAD);
            }
        });
        Sender sender = container.select(Sender.class).get();
        container.select(Xacts.class).get().run(() -> {
            sender.send("a");
            new DeadlyResource(point).enlist();
        });
    }

    /** Between the database and the broker. */
    private static final class DeadlyResource extends WitnessResource {

        private final Point point;

        DeadlyResource(Point point) {
            this.point = point;
        }

        @Override
        public int prepare(Xid xid) {
            dieAt(Point.PREPARE);
            return XA_OK;
        }

        @Override
        public void commit(Xid xid, boolean onePhase) {
            dieAt(Point.BROKER_COMMIT);
        }

        private void dieAt(Point here) {
            if (point == here) {
                Runtime.getRuntime().halt(DEAD);
            }
        }
    }

    /** The application's connection factory. */
    static class Factory implements Extension {

        void register(@Observes AfterBeanDiscovery event) {
            event.<ConnectionFactory>addBean()
                    .types(ConnectionFactory.class, XAConnectionFactory.class)
                    .qualifiers(NamedLiteral.of(Brokers.DEFAULT))
                    .scope(Dependent.class)
                    .createWith(context -> new ActiveMQXAConnectionFactory(brokerUrl));
        }
    }

    /** What a server, or a pool, does for its databases. */
    private static final class RecoveredDatabase implements XAResourceRecovery {

        private final PGXADataSource dataSource = new PGXADataSource();
        private boolean isAsked;

        RecoveredDatabase(String url) {
            dataSource.setUrl(url);
        }

        @Override
        public boolean initialise(String parameters) {
            return true;
        }

        @Override
        public boolean hasMoreResources() {
            isAsked = !isAsked;
            return isAsked;
        }

        @Override
        public XAResource getXAResource() throws SQLException {
            return dataSource.getXAConnection().getXAResource();
        }
    }
}
