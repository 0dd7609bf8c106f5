// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How often scopes go to the database, measured and compared with the page that tells it. */
@EveryProduct
class RoundTripsTest extends ScopeTest {

    private static final Path PAGE = Path.of("../docs/round-trips.adoc");

    private final Product product;
    private final Trips trips = new Trips(xacts, items.orders());

    RoundTripsTest(Product product) {
        super(product);
        this.product = product;
    }

    /** What is known of savepoints on the data source must not depend on the tests before. */
    @BeforeEach
    void proveSavepoints() throws SQLException {
        trips.undone(scope -> scope.nested(Trips::insert));
        wire().clear();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("takes as many round trips as the page says")
    void asThePageSays(TripShape shape) throws Exception {
        trips.nested(shape.block());

        assertThat(rows()).as("what is kept").hasSize(trips.kept());
        assertThat(page()).containsEntry(shape.words(), wire().statementTrips().size());
    }

    @Test
    @DisplayName("the page tells of what is measured, and of nothing else")
    void pageIsComplete() throws IOException {
        assertThat(page().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(TripShape.values()).map(TripShape::words).toList());
    }

    /** The numbers of this product, by the words before them. */
    private Map<String, Integer> page() throws IOException {
        int column = product == Product.POSTGRESQL ? 1 : 2;
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\|.+ \\|\\d+ \\|\\d+"))
                .map(line -> line.substring(1).split(" \\|", -1))
                .collect(Collectors.toMap(cells -> cells[0], cells -> Integer.valueOf(cells[column])));
    }

    @Test
    @DisplayName("A7 two levels that end well are a savepoint, its release and one commit, in as few trips as can be")
    void twoLevels() throws SQLException {
        trips.nested(scope -> scope.nested(Trips::insert));

        assertThat(rows()).hasSize(1);
        List<String> sent = wire().trips().stream()
                .map(trip -> trip.replaceAll("xact_\\w+", "s"))
                .toList();
        if (product == Product.POSTGRESQL) {
            assertThat(sent).containsExactly("SAVEPOINT s;" + Trips.INSERT, "RELEASE SAVEPOINT s", "xa commit");
        } else {
            assertThat(sent).containsExactly("SAVEPOINT s", Trips.INSERT, "RELEASE SAVEPOINT s", "xa commit");
        }
    }

    @Test
    @DisplayName("M5 a database that is not touched is sent nothing, and is not enlisted")
    void untouchedDatabase() throws SQLException {
        trips.nested(scope -> scope.nested(Trips::insert));

        assertThat(rows()).hasSize(1);
        assertThat(surroundings().audit().wire().sent()).isEmpty();
    }
}
