// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.xact.examples.shipments.delay.Delay;
import io.xact.examples.shipments.json.JsonFields;
import io.xact.examples.shipments.problem.RefusedException;
import io.xact.examples.shipments.shipment.NewShipment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What README.adoc says about the sample, as far as it shows without a database. */
class SampleFileTest {

    private static final Path SAMPLE = Path.of("sample");

    private final Set<String> kept = new HashSet<>();

    @Test
    void holdsBadLinesOfEachKind() throws IOException {
        Set<String> known = knownReferences();
        Map<String, Integer> counts = new TreeMap<>();
        try (InputStream file = Files.newInputStream(SAMPLE.resolve("delays.ndjson"))) {
            LineReader reader = new LineReader(file);
            for (Line line = reader.next(); line != null; line = reader.next()) {
                counts.merge(outcome(line, known), 1, Integer::sum);
            }
        }
        assertThat(counts)
                .containsOnly(
                        entry("kept", 267),
                        entry("MALFORMED", 9),
                        entry("UNKNOWN_SHIPMENT", 8),
                        entry("CONSTRAINT", 10),
                        entry("DUPLICATE_EVENT", 6));
    }

    private String outcome(Line line, Set<String> known) {
        try {
            DelayEvent event = DelayEvent.parse(line.text());
            Delay delay = event.delay();
            if (!known.contains(event.reference())) {
                return "UNKNOWN_SHIPMENT";
            }
            if (delay.minutes() < 1 || delay.minutes() > 10080) {
                return "CONSTRAINT";
            }
            return kept.add(String.valueOf(delay.eventId())) ? "kept" : "DUPLICATE_EVENT";
        } catch (RefusedException e) {
            return e.code().name();
        }
    }

    private static Set<String> knownReferences() throws IOException {
        return Files.readAllLines(SAMPLE.resolve("shipments.ndjson")).stream()
                .map(line -> NewShipment.of(JsonFields.parse(line)).reference())
                .collect(Collectors.toSet());
    }
}
