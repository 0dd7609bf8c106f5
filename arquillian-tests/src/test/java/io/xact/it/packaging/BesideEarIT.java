// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.packaging;

import static io.xact.it.support.Archives.besideLibrary;
import static io.xact.it.support.Archives.jpaWar;
import static io.xact.it.support.Archives.war;

import io.xact.it.support.Archives;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** {@code xact.ear} on the server, and the user's WAR beside it. */
class BesideEarIT extends PackagingContract {

    @Deployment(name = "library", order = 1, testable = false)
    static EnterpriseArchive library() {
        return Archives.library();
    }

    @Deployment(name = PLAIN, order = 2, testable = false)
    static WebArchive plain() {
        return besideLibrary(war(PLAIN));
    }

    @Deployment(name = JPA, order = 3, testable = false)
    static WebArchive jpa() {
        return besideLibrary(jpaWar(JPA));
    }
}
