// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.delivery;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Queues again the deliveries that the broker has no message for any more. */
@Singleton
@Startup
@DependsOn("SchemaCreator")
@TransactionManagement(TransactionManagementType.BEAN)
public class DeliverySweep {

    private static final Logger LOG = System.getLogger(DeliverySweep.class.getName());
    private static final Duration PERIOD = Duration.ofSeconds(10);

    @Resource
    @SuppressWarnings("NullAway.Init") // injected
    TimerService timers;

    @Inject
    Deliveries deliveries;

    @PostConstruct
    void start() {
        timers.createIntervalTimer(PERIOD.toMillis(), PERIOD.toMillis(), new TimerConfig(null, false));
    }

    @Timeout
    void sweep() {
        int queued = deliveries.requeue();
        if (queued > 0) {
            LOG.log(
                    Level.WARNING,
                    "Deliveries that were pending for longer than shipments.requeue-seconds are queued again: {0}. If the"
                            + " broker gave up on their messages, these are in its dead letters",
                    queued);
        }
    }
}
