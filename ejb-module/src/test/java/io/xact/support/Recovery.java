// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.support;

import com.arjuna.ats.arjuna.common.RecoveryEnvironmentBean;
import com.arjuna.ats.arjuna.common.recoveryPropertyManager;
import com.arjuna.ats.arjuna.recovery.RecoveryManager;
import com.arjuna.ats.internal.arjuna.recovery.AtomicActionRecoveryModule;
import com.arjuna.ats.internal.jta.recovery.arjunacore.XARecoveryModule;
import java.util.List;

/** Narayana's recovery manager, which looks for what is in doubt when it is told to. */
public final class Recovery {

    private static final RecoveryManager MANAGER = start();

    private Recovery() {}

    private static RecoveryManager start() {
        RecoveryEnvironmentBean settings = recoveryPropertyManager.getRecoveryEnvironmentBean();
        settings.setRecoveryBackoffPeriod(1);
        settings.setRecoveryModuleClassNames(
                List.of(AtomicActionRecoveryModule.class.getName(), XARecoveryModule.class.getName()));
        return RecoveryManager.manager(RecoveryManager.DIRECT_MANAGEMENT);
    }

    /** Looks once, and ends what is found. */
    public static void scan() {
        MANAGER.scan();
    }
}
