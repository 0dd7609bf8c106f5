// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform;

import com.arjuna.ats.arjuna.recovery.RecoveryManager;
import com.arjuna.ats.internal.jta.recovery.arjunacore.XARecoveryModule;
import com.arjuna.ats.jta.common.JTAEnvironmentBean;
import com.arjuna.ats.jta.common.jtaPropertyManager;
import com.arjuna.ats.jta.recovery.XAResourceRecovery;
import com.arjuna.ats.jta.recovery.XAResourceRecoveryHelper;
import io.xact.internal.jms.RecoverableBroker;
import jakarta.jms.JMSException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;

/**
 * A broker that Narayana's recovery asks, where Narayana is on the class path and nobody else tells it of brokers. Loaded only there. A recovery
 * manager that is started later finds it in Narayana's configuration; one that runs already is told of it.
 */
final class NarayanaRecovery implements XAResourceRecovery, XAResourceRecoveryHelper, AutoCloseable {

    private final RecoverableBroker broker;
    private boolean isAsked;

    private NarayanaRecovery(RecoverableBroker broker) {
        this.broker = broker;
    }

    static AutoCloseable register(RecoverableBroker broker) {
        NarayanaRecovery recovery = new NarayanaRecovery(broker);
        recovery.configure(true);
        XARecoveryModule running = running();
        if (running != null) {
            running.addXAResourceRecoveryHelper(recovery);
        }
        return recovery;
    }

    private void configure(boolean isThere) {
        JTAEnvironmentBean environment = jtaPropertyManager.getJTAEnvironmentBean();
        synchronized (NarayanaRecovery.class) {
            List<XAResourceRecovery> all = new ArrayList<>(environment.getXaResourceRecoveries());
            all.remove(this);
            if (isThere) {
                all.add(this);
            }
            environment.setXaResourceRecoveries(all);
        }
    }

    /** Asking for the recovery manager would start it, in a mode that may not be the application's. */
    private static @Nullable XARecoveryModule running() {
        return PrivateFields.staticValue(RecoveryManager.class, "_recoveryManager") == null
                ? null
                : XARecoveryModule.getRegisteredXARecoveryModule();
    }

    @Override
    public boolean initialise(String parameters) {
        return true;
    }

    @Override
    public XAResource[] getXAResources() throws JMSException {
        return new XAResource[] {broker.connected()};
    }

    /** One for each pass. */
    @Override
    public boolean hasMoreResources() {
        isAsked = !isAsked;
        return isAsked;
    }

    @Override
    public XAResource getXAResource() throws SQLException {
        try {
            return broker.connected();
        } catch (JMSException e) {
            isAsked = false;
            throw new SQLException(
                    PlatformLog.LOG.brokerNotAsked(broker.toString()), e); // Narayana warns, and comes again
        }
    }

    @Override
    public void close() {
        configure(false);
        XARecoveryModule running = running();
        if (running != null) {
            running.removeXAResourceRecoveryHelper(this);
        }
        broker.close();
    }
}
