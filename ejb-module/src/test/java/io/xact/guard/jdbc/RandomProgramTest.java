// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard.jdbc;

import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Random programs see the same through guarded connections as through bare ones. */
@EveryProduct
class RandomProgramTest extends ScopeTest {

    private static final long PROGRAMS = Long.getLong("xact.test.jdbc-programs", 40);

    private final Probe probe = Probe.in(surroundings().orders());

    RandomProgramTest(Product product) {
        super(product);
    }

    @TestFactory
    @DisplayName("nothing differs in a random program")
    Stream<DynamicTest> nothingDiffers() {
        return LongStream.range(0, PROGRAMS)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> nothingDiffers(seed)));
    }

    private void nothingDiffers(long seed) throws Exception {
        Session bare = new BareSession(surroundings().orders());
        Session guarded = new GuardedSession(surroundings());

        for (Session session : new Session[] {bare, guarded}) {
            probe.restart();
            session.run(new RandomProgram(seed));
        }

        JdbcConformanceTest.assertSame("seed " + seed, guarded.lines(), bare.lines());
    }
}
