// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests;

import io.xact.it.engine.application.Database;
import io.xact.it.engine.entities.Entities;
import io.xact.it.requests.application.Steps;
import io.xact.it.support.Archives;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What the tests of requests deploy. */
final class RequestArchives {

    private RequestArchives() {}

    /** The application whose handlers take steps, with the filter in its {@code web.xml}, and the library. */
    static WebArchive war(String name) {
        return ShrinkWrap.create(WebArchive.class, name + ".war")
                .addPackage(Database.class.getPackage())
                .addPackage(Entities.class.getPackage())
                .addPackage(Steps.class.getPackage())
                .addAsResource("engine/persistence.xml", "META-INF/persistence.xml")
                .setWebXML("requests/web.xml")
                .addAsLibraries(Archives.jars());
    }
}
