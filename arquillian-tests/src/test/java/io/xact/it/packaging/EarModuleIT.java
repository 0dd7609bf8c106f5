// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.packaging;

import static io.xact.it.support.Archives.applicationXml;
import static io.xact.it.support.Archives.ear;
import static io.xact.it.support.Archives.ejbJar;
import static io.xact.it.support.Archives.jar;
import static io.xact.it.support.Archives.jpaEjbJar;
import static io.xact.it.support.Archives.webOnlyWar;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** The library as a module of the user's EAR, with an EJB jar of the user's beans and a WAR beside it in the EAR. */
class EarModuleIT extends PackagingContract {

    @Deployment(name = PLAIN, order = 1, testable = false)
    static EnterpriseArchive plain() {
        return assembled(PLAIN, ejbJar(PLAIN));
    }

    @Deployment(name = JPA, order = 2, testable = false)
    static EnterpriseArchive jpa() {
        return assembled(JPA, jpaEjbJar(JPA));
    }

    private static EnterpriseArchive assembled(String name, JavaArchive beans) {
        return ear(name)
                .addAsModule(jar("xact-ejb.jar"))
                .addAsModule(jar("xact-web.jar"))
                .addAsModule(beans)
                .addAsModule(webOnlyWar(name))
                .setApplicationXML(applicationXml(
                        name,
                        "<ejb>xact-ejb.jar</ejb>",
                        "<java>xact-web.jar</java>",
                        "<ejb>" + beans.getName() + "</ejb>"));
    }
}
