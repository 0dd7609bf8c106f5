// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.traps;

import static io.xact.it.engine.application.Database.H2;
import static io.xact.it.engine.application.Database.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.LogRecords;
import io.xact.it.engine.application.Tables;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;

/** Data sources that are no XA ones, beside another resource. */
@ApplicationScoped
public class LocalTraps implements Cases {

    @Inject
    private Tables tables;

    @Inject
    private Ways ways;

    private Trap beside(String first, Database of, String second, Database ofSecond) {
        return Trap.allOrNothing(tables, way -> {
                    DataSource one = way.dataSource(first);
                    DataSource other = way.dataSource(second);
                    way.transaction().run(() -> {
                        Items.insert(one, "a");
                        Items.insert(other, "b");
                    });
                })
                .expecting(of, "a")
                .expecting(ofSecond, "b");
    }

    private Trap twoLocal() {
        return beside(Sources.POSTGRESQL_LOCAL, POSTGRESQL, Sources.H2_LOCAL, H2)
                .naming(Sources.POSTGRESQL_LOCAL, Sources.H2_LOCAL);
    }

    @DisplayName("bare: two local data sources: refused, without the name of the first")
    public void twoByHand() throws Exception {
        Outcome outcome = twoLocal().springs(ways.byHand());

        assertThat(outcome.messages())
                .contains("IJ000457")
                .contains("Resource was not enlisted")
                .doesNotContain(Sources.POSTGRESQL_LOCAL);
    }

    @DisplayName("M7 two local data sources: refused with both names")
    public void twoGuarded() throws Exception {
        twoLocal().holds(ways.guarded());
    }

    @DisplayName("M7 two local data sources: refused with both names, also by the server's data sources")
    public void twoByXact() throws Exception {
        twoLocal().holds(ways.byXact());
    }

    private Trap besideXa() {
        return beside(Sources.POSTGRESQL_LOCAL, POSTGRESQL, Database.H2_NAME, H2);
    }

    /** Another pair: there is one warning for each. */
    private Trap besideOtherXa() {
        return beside(Sources.H2_LOCAL, H2, Database.POSTGRESQL_NAME, POSTGRESQL);
    }

    @DisplayName("bare: a local data source beside an XA one: nobody says that a crash can leave half of it")
    public void besideXaByHand() throws Exception {
        try (LogRecords log = LogRecords.ofServer()) {
            besideXa().holds(ways.byHand());

            assertThat(warnings(log)).noneMatch(warning -> warning.contains(Sources.POSTGRESQL_LOCAL));
        }
    }

    private static Stream<String> warnings(LogRecords log) {
        return log.records().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(entry -> entry.getMessage() + Arrays.toString(entry.getParameters()));
    }

    @DisplayName("M7 a local data source beside an XA one: a warning names both")
    public void besideXaGuarded() throws Exception {
        assertWarned(besideXa(), ways.guarded(), Sources.POSTGRESQL_LOCAL, Database.H2_NAME);
    }

    @DisplayName("M7 a local data source beside an XA one: a warning names both, also if they are the server's")
    public void besideXaByXact() throws Exception {
        assertWarned(besideOtherXa(), ways.byXact(), Sources.H2_LOCAL, Database.POSTGRESQL_NAME);
    }

    private static void assertWarned(Trap trap, Way way, String local, String other) throws Exception {
        try (LogRecords log = LogRecords.ofServer()) {
            trap.holds(way);

            assertThat(warnings(log)).anyMatch(warning -> warning.contains(local) && warning.contains(other));
        }
    }
}
