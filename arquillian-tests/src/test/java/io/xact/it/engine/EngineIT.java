// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine;

import io.xact.it.engine.cases.ByHandCases;
import io.xact.it.engine.cases.DurableCases;
import io.xact.it.engine.cases.EdgeCases;
import io.xact.it.engine.cases.FailedCommitCases;
import io.xact.it.engine.cases.FlagCases;
import io.xact.it.engine.cases.GuardCases;
import io.xact.it.engine.cases.HookCases;
import io.xact.it.engine.cases.InterceptionCases;
import io.xact.it.engine.cases.LostConnectionCases;
import io.xact.it.engine.cases.ManyScopesCases;
import io.xact.it.engine.cases.MergedCases;
import io.xact.it.engine.cases.NestedCases;
import io.xact.it.engine.cases.OwnerCases;
import io.xact.it.engine.cases.PrefixCases;
import io.xact.it.engine.cases.RetryCases;
import io.xact.it.engine.cases.ReuseCases;
import io.xact.it.engine.cases.RollbackCases;
import io.xact.it.engine.cases.TwoDatabasesCases;
import io.xact.it.engine.cases.UnguardedCases;
import io.xact.it.engine.cases.WireCases;
import io.xact.it.support.ApplicationClient;
import io.xact.it.support.ServerTest;
import io.xact.it.support.Tags;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The engine on WildFly, from inside an application. */
@Tag(Tags.ENGINE)
class EngineIT extends ServerTest {

    private final CaseFactory cases = new CaseFactory(new ApplicationClient("engine"));

    @Deployment(testable = false)
    static WebArchive application() {
        return EngineArchives.war("engine");
    }

    @TestFactory
    Stream<DynamicTest> nested() {
        return cases.of(NestedCases.class);
    }

    @TestFactory
    Stream<DynamicTest> merged() {
        return cases.of(MergedCases.class);
    }

    @TestFactory
    Stream<DynamicTest> reuse() {
        return cases.of(ReuseCases.class);
    }

    @TestFactory
    Stream<DynamicTest> flag() {
        return cases.of(FlagCases.class);
    }

    @TestFactory
    Stream<DynamicTest> durable() {
        return cases.of(DurableCases.class);
    }

    @TestFactory
    Stream<DynamicTest> rollback() {
        return cases.of(RollbackCases.class);
    }

    @TestFactory
    Stream<DynamicTest> hook() {
        return cases.of(HookCases.class);
    }

    @TestFactory
    Stream<DynamicTest> guard() {
        return cases.of(GuardCases.class);
    }

    @TestFactory
    Stream<DynamicTest> twoDatabases() {
        return cases.of(TwoDatabasesCases.class);
    }

    @TestFactory
    Stream<DynamicTest> owners() {
        return cases.of(OwnerCases.class);
    }

    @TestFactory
    Stream<DynamicTest> manyScopes() {
        return cases.of(ManyScopesCases.class);
    }

    @TestFactory
    Stream<DynamicTest> byHand() {
        return cases.of(ByHandCases.class);
    }

    @TestFactory
    Stream<DynamicTest> retries() {
        return cases.of(RetryCases.class);
    }

    @TestFactory
    Stream<DynamicTest> wire() {
        return cases.of(WireCases.class);
    }

    @TestFactory
    Stream<DynamicTest> interception() {
        return cases.of(InterceptionCases.class);
    }

    @TestFactory
    Stream<DynamicTest> edges() {
        return cases.of(EdgeCases.class);
    }

    @TestFactory
    Stream<DynamicTest> lostConnections() {
        return cases.of(LostConnectionCases.class);
    }

    @TestFactory
    Stream<DynamicTest> prefixes() {
        return cases.of(PrefixCases.class);
    }

    @TestFactory
    Stream<DynamicTest> unguarded() {
        return cases.of(UnguardedCases.class);
    }

    @TestFactory
    Stream<DynamicTest> failedCommits() {
        return cases.of(FailedCommitCases.class);
    }
}
