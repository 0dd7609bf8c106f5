// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.packaging;

import static io.xact.it.support.Archives.applicationXml;
import static io.xact.it.support.Archives.besideLibrary;
import static io.xact.it.support.Archives.ear;
import static io.xact.it.support.Archives.jar;
import static io.xact.it.support.Archives.jars;
import static io.xact.it.support.Archives.library;
import static io.xact.it.support.Archives.war;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.it.packaging.refused.LocatorResource;
import io.xact.it.support.Deployments;
import io.xact.it.support.RefusedByServerException;
import io.xact.it.support.ServerTest;
import io.xact.it.support.Tags;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What looks at an application's filter and handlers when it is deployed is found in each way of deploying. */
@Tag(Tags.DEPLOYMENT)
class FilterDiscoveryIT extends ServerTest {

    private static final String NAME = "looked-at";

    private final Deployments deployments = new Deployments();

    /** Where the library is. */
    enum Way {
        BESIDE_EAR {
            @Override
            Archive<?> assembled(WebArchive war) {
                return besideLibrary(war);
            }
        },
        EAR_LIB {
            @Override
            Archive<?> assembled(WebArchive war) {
                return ear(NAME).addAsLibraries(jars()).addAsModule(war);
            }
        },
        EAR_MODULE {
            @Override
            Archive<?> assembled(WebArchive war) {
                return ear(NAME)
                        .addAsModule(jar("xact-ejb.jar"))
                        .addAsModule(jar("xact-web.jar"))
                        .addAsModule(war)
                        .setApplicationXML(
                                applicationXml(NAME, "<ejb>xact-ejb.jar</ejb>", "<java>xact-web.jar</java>"));
            }
        },
        WAR_LIB {
            @Override
            Archive<?> assembled(WebArchive war) {
                return war.addAsLibraries(jars());
            }
        };

        abstract Archive<?> assembled(WebArchive war);
    }

    @AfterEach
    void undeploy() {
        deployments.close();
    }

    private void assertRefused(Way way, WebArchive war, String... messages) {
        if (way == Way.BESIDE_EAR) {
            deployments.deploy(library());
        }
        assertThatThrownBy(() -> deployments.deploy(way.assembled(war)))
                .isInstanceOf(RefusedByServerException.class)
                .hasMessageContainingAll(messages);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void annotationOnALocatorIsRefusedByTheCdiExtension(Way way) {
        assertRefused(
                way,
                war(NAME).addClass(LocatorResource.class),
                "XACT00613",
                "LocatorResource.locate has @NonXact and is a sub-resource locator");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void badParametersAreRefusedByTheServletContainerInitializer(Way way) {
        assertRefused(
                way,
                war(NAME).setWebXML(new StringAsset("""
                        <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                            <filter>
                                <filter-name>wrong</filter-name>
                                <filter-class>io.xact.web.XactFilter</filter-class>
                                <init-param><param-name>retries</param-name><param-value>3</param-value></init-param>
                                <init-param><param-name>using</param-name><param-value>java:/NoSuchDS</param-value></init-param>
                            </filter>
                        </web-app>
                        """)),
                "XACT00600",
                "The filter wrong can't work",
                "async-supported",
                "The parameter retries is not known",
                "java:/NoSuchDS");
    }
}
