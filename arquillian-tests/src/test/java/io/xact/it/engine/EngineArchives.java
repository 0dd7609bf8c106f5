// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine;

import io.xact.it.engine.application.Database;
import io.xact.it.engine.cases.NestedCases;
import io.xact.it.engine.entities.Entities;
import io.xact.it.support.Archives;
import java.io.File;
import java.net.URISyntaxException;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What the engine's tests deploy. */
final class EngineArchives {

    private EngineArchives() {}

    /** The application with all cases, what they assert with, and the library. */
    static WebArchive war(String name) {
        return ShrinkWrap.create(WebArchive.class, name + ".war")
                .addPackage(Database.class.getPackage())
                .addPackage(NestedCases.class.getPackage())
                .addAsLibraries(jarOf(Assertions.class), jarOf(Awaitility.class), jarOf(Matcher.class))
                .addAsLibraries(Archives.jars());
    }

    /** The same, with entities of both databases. */
    static WebArchive warWithEntities(String name) {
        return war(name)
                .addPackage(Entities.class.getPackage())
                .addAsResource("engine/persistence.xml", "META-INF/persistence.xml");
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
