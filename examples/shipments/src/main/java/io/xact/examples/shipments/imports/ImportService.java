// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.imports;

import io.xact.Xact;
import io.xact.Xacts;
import io.xact.examples.shipments.delay.Alerts;
import io.xact.examples.shipments.delivery.Dispatch;
import io.xact.examples.shipments.delivery.Dispatched;
import io.xact.examples.shipments.failure.FailureInjection;
import io.xact.examples.shipments.problem.ProblemCode;
import io.xact.examples.shipments.problem.RefusedException;
import io.xact.examples.shipments.shipment.Shipments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;

/**
 * Imports a file: one transaction for the file, a nested scope for each line, and in it one for each subscriber. What is
 * wrong with a line undoes that line; what is wrong with the server or the connection undoes the file. Thread-safe.
 */
@ApplicationScoped
public class ImportService {

    private static final int MAX_LINES = 20_000;

    @Inject
    Xacts xacts;

    @Inject
    Shipments shipments;

    @Inject
    Alerts alerts;

    @Inject
    Dispatch dispatch;

    @Inject
    FailureInjection failures;

    /**
     * Reads a file while it comes in.
     *
     * @param file one event a line
     * @return what was kept, and what was not
     * @throws IOException if the file can't be read to its end; nothing is kept
     * @throws RefusedException {@link ProblemCode#TOO_MANY_LINES}; nothing is kept
     */
    @Xact
    public ImportReport read(InputStream file) throws IOException {
        LineReader reader = new LineReader(file);
        ImportTally tally = new ImportTally();
        for (Line line = reader.next(); line != null; line = reader.next()) {
            if (tally.lines() == MAX_LINES) {
                throw new RefusedException(
                        ProblemCode.TOO_MANY_LINES, "a file may have " + MAX_LINES + " lines: nothing was kept");
            }
            read(line, tally);
        }
        failures.atEnd();
        return tally.report();
    }

    private void read(Line line, ImportTally tally) {
        try {
            tally.keep(xacts.with().named("line " + line.number()).call(() -> keep(line)));
        } catch (RefusedException e) {
            tally.reject(line, e);
        }
    }

    private Dispatched keep(Line line) {
        DelayEvent event = DelayEvent.parse(line.text());
        long alertId = alerts.raise(shipments.idOf(event.reference()), event.delay());
        boolean fails = failures.strikesNested(); // this scope, not the first one inside it
        Dispatched dispatched = dispatch.toSubscribers(alertId, event.delay().minutes());
        if (fails) {
            throw new RefusedException(ProblemCode.INJECTED_FAILURE, "failed on request: nothing of it was kept");
        }
        return dispatched;
    }
}
