// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.packaging;

import static io.xact.it.probe.Trace.INJECTED;
import static io.xact.it.probe.Trace.NOT_INJECTED;
import static io.xact.it.support.Archives.applicationXml;
import static io.xact.it.support.Archives.besideLibrary;
import static io.xact.it.support.Archives.ear;
import static io.xact.it.support.Archives.jar;
import static io.xact.it.support.Archives.jars;
import static io.xact.it.support.Archives.war;
import static org.assertj.core.api.Assertions.assertThat;

import io.xact.it.probe.Initializer;
import io.xact.it.probe.ServiceProvider;
import io.xact.it.probe.Trace;
import io.xact.it.support.ApplicationClient;
import io.xact.it.support.Archives;
import io.xact.it.support.ServerTest;
import io.xact.it.support.Tags;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.ws.rs.ext.Providers;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server finds by itself in a jar that lies where the library's do, for each way of deploying. */
@Tag(Tags.DEPLOYMENT)
class DiscoveryIT extends ServerTest {

    private static final String BESIDE_EAR = "beside-ear";
    private static final String EAR_LIB = "ear-lib";
    private static final String EAR_JAVA_MODULE = "ear-java-module";
    private static final String EAR_EJB_MODULE = "ear-ejb-module";
    private static final String WAR_LIB = "war-lib";

    @Deployment(name = "library", order = 1, testable = false)
    static EnterpriseArchive library() {
        return Archives.library().addAsLibrary(probe());
    }

    @Deployment(name = BESIDE_EAR, order = 2, testable = false)
    static WebArchive besideEar() {
        return besideLibrary(application(BESIDE_EAR));
    }

    @Deployment(name = EAR_LIB, order = 3, testable = false)
    static EnterpriseArchive earLib() {
        return ear(EAR_LIB).addAsLibraries(jars()).addAsLibrary(probe()).addAsModule(application(EAR_LIB));
    }

    @Deployment(name = EAR_JAVA_MODULE, order = 4, testable = false)
    static EnterpriseArchive earJavaModule() {
        return earWithModule(EAR_JAVA_MODULE, "<java>probe.jar</java>");
    }

    @Deployment(name = EAR_EJB_MODULE, order = 5, testable = false)
    static EnterpriseArchive earEjbModule() {
        return earWithModule(EAR_EJB_MODULE, "<ejb>probe.jar</ejb>");
    }

    @Deployment(name = WAR_LIB, order = 6, testable = false)
    static WebArchive warLib() {
        return application(WAR_LIB).addAsLibraries(jars()).addAsLibrary(probe());
    }

    private static EnterpriseArchive earWithModule(String name, String probe) {
        return ear(name)
                .addAsModule(jar("xact-ejb.jar"))
                .addAsModule(probe())
                .addAsModule(application(name))
                .setApplicationXML(applicationXml(name, "<ejb>xact-ejb.jar</ejb>", probe));
    }

    private static WebArchive application(String name) {
        return war(name).setWebXML("probe/web.xml");
    }

    private static JavaArchive probe() {
        return ShrinkWrap.create(JavaArchive.class, "probe.jar")
                .addPackage(Trace.class.getPackage())
                .addAsManifestResource("probe/web-fragment.xml", "web-fragment.xml")
                .addAsServiceProvider(Providers.class, ServiceProvider.class)
                .addAsServiceProvider(ServletContainerInitializer.class, Initializer.class);
    }

    private static Map<String, String> found(String contextRoot) {
        return Trace.of(
                new ApplicationClient(contextRoot).send("GET", "api/items").headers());
    }

    @Test
    void everythingIsFoundInTheLibOfAWar() {
        assertThat(found(WAR_LIB))
                .isEqualTo(Map.of(
                        Trace.PROVIDER, INJECTED,
                        Trace.PROVIDER_SERVICE, NOT_INJECTED,
                        Trace.FRAGMENT, INJECTED,
                        Trace.WEB_FILTER, INJECTED,
                        Trace.INITIALIZER, INJECTED,
                        Trace.WEB_XML, INJECTED));
    }

    @ParameterizedTest
    @ValueSource(strings = {EAR_LIB, EAR_JAVA_MODULE, EAR_EJB_MODULE})
    void webFragmentsAndWebAnnotationsAreNotFoundInAnEar(String contextRoot) {
        assertThat(found(contextRoot))
                .isEqualTo(Map.of(
                        Trace.PROVIDER, INJECTED,
                        Trace.PROVIDER_SERVICE, NOT_INJECTED,
                        Trace.INITIALIZER, INJECTED,
                        Trace.WEB_XML, INJECTED));
    }

    @Test
    void onlyServicesAreFoundInAnEarBeside() {
        assertThat(found(BESIDE_EAR))
                .isEqualTo(Map.of(
                        Trace.PROVIDER_SERVICE, NOT_INJECTED, //
                        Trace.INITIALIZER, INJECTED,
                        Trace.WEB_XML, INJECTED));
    }
}
