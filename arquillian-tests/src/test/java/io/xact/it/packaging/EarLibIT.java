// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.packaging;

import static io.xact.it.support.Archives.ear;
import static io.xact.it.support.Archives.jars;
import static io.xact.it.support.Archives.jpaWar;
import static io.xact.it.support.Archives.war;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

/** The library in {@code lib} of the user's EAR, and a WAR in it. */
class EarLibIT extends PackagingContract {

    @Deployment(name = PLAIN, order = 1, testable = false)
    static EnterpriseArchive plain() {
        return ear(PLAIN).addAsLibraries(jars()).addAsModule(war(PLAIN));
    }

    @Deployment(name = JPA, order = 2, testable = false)
    static EnterpriseArchive jpa() {
        return ear(JPA).addAsLibraries(jars()).addAsModule(jpaWar(JPA));
    }
}
