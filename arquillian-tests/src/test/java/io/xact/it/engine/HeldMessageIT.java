// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine;

import io.xact.it.engine.messages.AttemptCases;
import io.xact.it.engine.messages.BrokerCases;
import io.xact.it.engine.messages.ContentCases;
import io.xact.it.engine.messages.ExecutorCases;
import io.xact.it.engine.messages.FactoryCases;
import io.xact.it.engine.messages.ForwardingCases;
import io.xact.it.engine.messages.ListenerCases;
import io.xact.it.engine.messages.OwnerCases;
import io.xact.it.engine.messages.ScopeCases;
import io.xact.it.engine.messages.ThreadCases;
import io.xact.it.support.ApplicationClient;
import io.xact.it.support.ServerTest;
import io.xact.it.support.Tags;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Messages and tasks that wait for the commit, from inside an application. */
@Tag(Tags.ENGINE)
class HeldMessageIT extends ServerTest {

    private final CaseFactory cases = new CaseFactory(new ApplicationClient("held"));

    @Deployment(testable = false)
    static WebArchive application() {
        return EngineArchives.warWithEntities("held").addPackage(ScopeCases.class.getPackage());
    }

    @TestFactory
    Stream<DynamicTest> scopes() {
        return cases.of(ScopeCases.class);
    }

    @TestFactory
    Stream<DynamicTest> owners() {
        return cases.of(OwnerCases.class);
    }

    @TestFactory
    Stream<DynamicTest> attempts() {
        return cases.of(AttemptCases.class);
    }

    @TestFactory
    Stream<DynamicTest> listeners() {
        return cases.of(ListenerCases.class);
    }

    @TestFactory
    Stream<DynamicTest> threads() {
        return cases.of(ThreadCases.class);
    }

    @TestFactory
    Stream<DynamicTest> content() {
        return cases.of(ContentCases.class);
    }

    @TestFactory
    Stream<DynamicTest> forwarding() {
        return cases.of(ForwardingCases.class);
    }

    @TestFactory
    Stream<DynamicTest> factories() {
        return cases.of(FactoryCases.class);
    }

    @TestFactory
    Stream<DynamicTest> broker() {
        return cases.of(BrokerCases.class);
    }

    @TestFactory
    Stream<DynamicTest> executor() {
        return cases.of(ExecutorCases.class);
    }
}
