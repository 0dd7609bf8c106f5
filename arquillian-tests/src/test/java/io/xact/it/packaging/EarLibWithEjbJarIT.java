// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.packaging;

import static io.xact.it.support.Archives.ear;
import static io.xact.it.support.Archives.ejbJar;
import static io.xact.it.support.Archives.jars;
import static io.xact.it.support.Archives.jpaEjbJar;
import static io.xact.it.support.Archives.webOnlyWar;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

/** The library in {@code lib} of the user's EAR, with an EJB jar of the user's beans and a WAR in it. */
class EarLibWithEjbJarIT extends PackagingContract {

    @Deployment(name = PLAIN, order = 1, testable = false)
    static EnterpriseArchive plain() {
        return ear(PLAIN).addAsLibraries(jars()).addAsModule(ejbJar(PLAIN)).addAsModule(webOnlyWar(PLAIN));
    }

    @Deployment(name = JPA, order = 2, testable = false)
    static EnterpriseArchive jpa() {
        return ear(JPA).addAsLibraries(jars()).addAsModule(jpaEjbJar(JPA)).addAsModule(webOnlyWar(JPA));
    }
}
