// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.imports;

import io.xact.examples.shipments.delivery.Dispatched;
import io.xact.examples.shipments.problem.RefusedException;
import java.util.ArrayList;
import java.util.List;

/** Counts while a file is read. */
final class ImportTally {

    private final List<RejectedLine> rejected = new ArrayList<>();
    private int kept;
    private int queued;
    private int unserved;

    void keep(Dispatched dispatched) {
        kept++;
        queued += dispatched.queued();
        unserved += dispatched.unserved().size();
    }

    void reject(Line line, RefusedException refused) {
        rejected.add(new RejectedLine(line.number(), refused.code(), String.valueOf(refused.getMessage())));
    }

    int lines() {
        return kept + rejected.size();
    }

    ImportReport report() {
        return new ImportReport(lines(), kept, queued, unserved, List.copyOf(rejected));
    }
}
