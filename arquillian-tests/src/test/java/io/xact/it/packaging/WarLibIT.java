// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.packaging;

import static io.xact.it.support.Archives.jars;
import static io.xact.it.support.Archives.jpaWar;
import static io.xact.it.support.Archives.war;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The library in {@code WEB-INF/lib} of the user's WAR. */
class WarLibIT extends PackagingContract {

    @Deployment(name = PLAIN, order = 1, testable = false)
    static WebArchive plain() {
        return war(PLAIN).addAsLibraries(jars());
    }

    @Deployment(name = JPA, order = 2, testable = false)
    static WebArchive jpa() {
        return jpaWar(JPA).addAsLibraries(jars());
    }
}
