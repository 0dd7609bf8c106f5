// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.it.engine.application.Database;
import io.xact.it.engine.server.ServerLog;
import io.xact.it.requests.refused.LocatorResource;
import io.xact.it.requests.refused.UnknownDataSourceResource;
import io.xact.it.requests.refused.UnknownDataSourceServlet;
import io.xact.it.requests.unscoped.PlainServlet;
import io.xact.it.support.Archives;
import io.xact.it.support.Deployments;
import io.xact.it.support.RefusedByServerException;
import io.xact.it.support.ServerTest;
import io.xact.it.support.Tags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is looked at when an application with the filter is deployed. */
@Tag(Tags.ENGINE)
class FilterDeploymentIT extends ServerTest {

    private final Deployments deployments = new Deployments();

    @AfterEach
    void undeploy() {
        deployments.close();
    }

    private static WebArchive war(Asset webXml, Class<?>... classes) {
        return ShrinkWrap.create(WebArchive.class, "looked-at.war")
                .setWebXML(webXml)
                .addClasses(classes)
                .addAsLibraries(Archives.jars());
    }

    private static int post() {
        return new RequestsClient("looked-at").post("plain", "").statusCode();
    }

    private void assertRefused(WebArchive war, String... messages) {
        assertThatThrownBy(() -> deployments.deploy(war))
                .isInstanceOf(RefusedByServerException.class)
                .hasMessageContainingAll(messages);
    }

    @Test
    @DisplayName("L2 the filter as the README shows it works")
    void readme() throws IOException {
        String readme = Files.readString(Path.of(System.getProperty("xact.it.repository"), "README.adoc"));
        String shown = readme.substring(
                readme.indexOf("<filter>"), readme.indexOf("</filter-mapping>") + "</filter-mapping>".length());
        deployments.deploy(RequestArchives.war("shown").setWebXML(FilterXml.of(shown)));

        assertThat(new RequestsClient("shown")
                        .post("steps", "write-transaction")
                        .body())
                .isEqualTo("1 active");
    }

    @Test
    @DisplayName("a filter that doesn't support asynchronous handling is refused, with the cure")
    void async() {
        assertRefused(
                war(FilterXml.withoutAsync()),
                "XACT00600: The filter xact can't work as it is declared",
                "XACT00601",
                "<async-supported>true</async-supported>");
    }

    @Test
    @DisplayName("a parameter that is not known is refused, with those that are")
    void unknownParameter() {
        assertRefused(
                war(FilterXml.with("rollbackOnStatuses=400")),
                "The parameter rollbackOnStatuses is not known. There are async, exclude, maxBufferedBytes,"
                        + " maxResponseBytes, methods, rollbackOnStatus, timeoutSeconds, using");
    }

    @Test
    @DisplayName("all that is wrong with a filter is told in one message")
    void allInOne() {
        assertRefused(
                war(FilterXml.withoutAsync(
                        "methods=PO/ST",
                        "exclude=free",
                        "using=java:/NoSuchDS, java:/NoneEitherDS",
                        "rollbackOnStatus=500-400",
                        "timeoutSeconds=-1",
                        "maxBufferedBytes=4294967296",
                        "maxResponseBytes=1 GB",
                        "async=maybe",
                        "retries=3")),
                "XACT00601",
                "The parameter methods is",
                "PO/ST",
                "The parameter exclude is",
                "and wants path patterns",
                "The filter xact uses the data source java:/NoSuchDS",
                "The filter xact uses the data source java:/NoneEitherDS",
                "The parameter rollbackOnStatus is",
                "500-400",
                "The parameter timeoutSeconds is",
                "The parameter maxBufferedBytes is",
                "The parameter maxResponseBytes is",
                "The parameter async is",
                "and wants refuse or commit-on-return",
                "The parameter retries is not known");
    }

    @Test
    @DisplayName("a data source in using that isn't there is refused, with the filter's name")
    void unknownDataSource() {
        assertRefused(
                war(FilterXml.with("using=" + Database.POSTGRESQL_NAME + " java:/NoSuchDS")),
                "The filter xact uses the data source java:/NoSuchDS, and there is none of that name");
    }

    @Test
    @DisplayName("L3 data sources in @NonXact that aren't there are refused, on a resource class and its method")
    void unknownDataSourceOfResource() {
        assertRefused(
                war(FilterXml.with(), UnknownDataSourceResource.class),
                "UnknownDataSourceResource",
                "java:/NoSuchDS",
                "UnknownDataSourceResource.nothing",
                "java:/NoneEitherDS");
    }

    @Test
    @DisplayName("L3 so they are on a servlet's method")
    void unknownDataSourceOfServlet() {
        assertRefused(
                war(FilterXml.with(), UnknownDataSourceServlet.class),
                "UnknownDataSourceServlet.doPut uses the data source java:/NoSuchDS");
    }

    @Test
    @DisplayName("L18 @NonXact on the method of a sub-resource locator is refused")
    void locator() {
        assertRefused(
                war(FilterXml.with(), LocatorResource.class),
                "XACT00613: LocatorResource.locate has @NonXact and is a sub-resource locator");
    }

    /** Nothing of the library's is asked when such an application is deployed, and filters are made at the first request. */
    @Test
    @DisplayName(
            "where an absolute ordering leaves the library's jar out no request is handled, and the log tells the cure")
    void ordering() {
        ServerLog log = new ServerLog();
        deployments.deploy(war(FilterXml.after("<absolute-ordering/>"), PlainServlet.class));

        assertThat(post()).isEqualTo(500);
        assertThat(log.lines())
                .anyMatch(line ->
                        line.contains("XACT00602: The filter xact was not prepared when the application started")
                                && line.contains("add <others/>"));
    }

    @Test
    @DisplayName("one with <others/> leaves nothing out")
    void orderingWithOthers() {
        deployments.deploy(
                war(FilterXml.after("<absolute-ordering><others/></absolute-ordering>"), PlainServlet.class));

        assertThat(post()).isEqualTo(200);
    }

    @Test
    @DisplayName("an application without a bean gets the filter from its own jars")
    void withoutBeans() {
        deployments.deploy(war(FilterXml.with(), PlainServlet.class));

        assertThat(post()).isEqualTo(200);
    }

    @Test
    @DisplayName(
            "beside xact.ear an application without a bean has no CDI container: the filter is refused, with the cure")
    void withoutBeansBesideEar() {
        deployments.deploy(Archives.library());

        assertRefused(besideEar(FilterXml.with()), "XACT00603", "empty WEB-INF/beans.xml");
    }

    @Test
    @DisplayName("an empty beans.xml is enough beside xact.ear")
    void emptyBeansXmlBesideEar() {
        deployments.deploy(Archives.library());
        deployments.deploy(besideEar(FilterXml.with()).addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml"));

        assertThat(post()).isEqualTo(200);
    }

    @Test
    @DisplayName("an absolute ordering leaves nothing of xact.ear out")
    void orderingBesideEar() {
        deployments.deploy(Archives.library());
        deployments.deploy(besideEar(FilterXml.after("<absolute-ordering/>"))
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml"));

        assertThat(post()).isEqualTo(200);
    }

    private static WebArchive besideEar(Asset webXml) {
        return Archives.besideLibrary(ShrinkWrap.create(WebArchive.class, "looked-at.war")
                .setWebXML(webXml)
                .addClass(PlainServlet.class));
    }
}
