// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine;

import io.xact.it.engine.traps.ConflictTraps;
import io.xact.it.engine.traps.ConstraintTraps;
import io.xact.it.engine.traps.HandleTraps;
import io.xact.it.engine.traps.LocalTraps;
import io.xact.it.engine.traps.MarkTraps;
import io.xact.it.engine.traps.PersistenceTraps;
import io.xact.it.engine.traps.SavepointTraps;
import io.xact.it.engine.traps.SwallowedErrorTraps;
import io.xact.it.engine.traps.TimeoutTraps;
import io.xact.it.support.ApplicationClient;
import io.xact.it.support.ServerTest;
import io.xact.it.support.Tags;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** What goes wrong on the bare platform, and doesn't with xact: one program each, played both ways. */
@Tag(Tags.ENGINE)
class TrapsIT extends ServerTest {

    private final CaseFactory cases = new CaseFactory(new ApplicationClient("traps"));

    @Deployment(testable = false)
    static WebArchive application() {
        return EngineArchives.warWithEntities("traps").addPackage(SavepointTraps.class.getPackage());
    }

    @TestFactory
    Stream<DynamicTest> savepoints() {
        return cases.of(SavepointTraps.class);
    }

    @TestFactory
    Stream<DynamicTest> swallowedErrors() {
        return cases.of(SwallowedErrorTraps.class);
    }

    @TestFactory
    Stream<DynamicTest> constraints() {
        return cases.of(ConstraintTraps.class);
    }

    @TestFactory
    Stream<DynamicTest> conflicts() {
        return cases.of(ConflictTraps.class);
    }

    @TestFactory
    Stream<DynamicTest> persistence() {
        return cases.of(PersistenceTraps.class);
    }

    @TestFactory
    Stream<DynamicTest> marks() {
        return cases.of(MarkTraps.class);
    }

    @TestFactory
    Stream<DynamicTest> timeouts() {
        return cases.of(TimeoutTraps.class);
    }

    @TestFactory
    Stream<DynamicTest> localDataSources() {
        return cases.of(LocalTraps.class);
    }

    @TestFactory
    Stream<DynamicTest> handles() {
        return cases.of(HandleTraps.class);
    }
}
