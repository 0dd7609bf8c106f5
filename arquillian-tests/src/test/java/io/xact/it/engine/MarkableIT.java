// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine;

import io.xact.it.engine.markable.MarkableCases;
import io.xact.it.support.ApplicationClient;
import io.xact.it.support.ServerTest;
import io.xact.it.support.Tags;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** A commit-markable data source, with the settings as they are and where a local one would be refused. */
@Tag(Tags.ENGINE)
class MarkableIT extends ServerTest {

    @Deployment(name = "markable", testable = false)
    static WebArchive application() {
        return war("markable");
    }

    @Deployment(name = "refusing", testable = false)
    static WebArchive refusing() {
        return war("refusing")
                .addAsResource(
                        new StringAsset("xact.local-datasource=refuse\n"), "META-INF/microprofile-config.properties");
    }

    private static WebArchive war(String name) {
        return EngineArchives.war(name).addPackage(MarkableCases.class.getPackage());
    }

    @TestFactory
    Stream<DynamicTest> works() {
        return new CaseFactory(new ApplicationClient("markable")).of(MarkableCases.class);
    }

    @TestFactory
    Stream<DynamicTest> isNotRefused() {
        return new CaseFactory(new ApplicationClient("refusing")).of(MarkableCases.class);
    }
}
