// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.support;

import io.xact.it.application.Scenario;
import io.xact.it.application.ejb.EjbScopes;
import io.xact.it.application.filtered.FilteredServlet;
import io.xact.it.application.jpa.Item;
import io.xact.it.application.messaging.MessageResource;
import io.xact.it.application.web.ScenarioResource;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.container.ClassContainer;
import org.jboss.shrinkwrap.api.container.ManifestContainer;
import org.jboss.shrinkwrap.api.container.ResourceContainer;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What is deployed: the library as it ships, and the user's application around it. */
public final class Archives {

    /** The line that makes a user's archive see the library of the EAR beside it. */
    public static final String DEPENDENCY = "deployment.xact.ear services";

    private Archives() {}

    /** The library's EAR, as it was built. */
    public static EnterpriseArchive library() {
        return ShrinkWrap.create(ZipImporter.class, "xact.ear")
                .importFrom(new File(System.getProperty("xact.it.ear")))
                .as(EnterpriseArchive.class);
    }

    /** The library's jars, as they are in that EAR. */
    public static JavaArchive jar(String name) {
        try (InputStream content = library().get("lib/" + name).getAsset().openStream()) {
            return ShrinkWrap.create(ZipImporter.class, name)
                    .importFrom(content)
                    .as(JavaArchive.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of the library's jars. */
    public static List<JavaArchive> jars() {
        return List.of(jar("xact-ejb.jar"), jar("xact-web.jar"));
    }

    /** A user's WAR with the whole application in it, and no descriptor but the {@code web.xml} that declares the filter. */
    public static WebArchive war(String name) {
        WebArchive war = emptyWar(name);
        addBeans(war);
        addWeb(war);
        return war;
    }

    /** The same with a persistence unit. */
    public static WebArchive jpaWar(String name) {
        WebArchive war = war(name);
        addPersistence(war);
        return war;
    }

    /** A user's WAR with the HTTP interface only. */
    public static WebArchive webOnlyWar(String name) {
        WebArchive war = emptyWar(name);
        addWeb(war);
        return war;
    }

    private static WebArchive emptyWar(String name) {
        return ShrinkWrap.create(WebArchive.class, name + ".war").setWebXML("application/web.xml");
    }

    /** A user's EJB jar with the application's beans. */
    public static JavaArchive ejbJar(String name) {
        JavaArchive jar = ShrinkWrap.create(JavaArchive.class, name + "-ejb.jar");
        addBeans(jar);
        return jar;
    }

    /** The same with a persistence unit. */
    public static JavaArchive jpaEjbJar(String name) {
        JavaArchive jar = ejbJar(name);
        addPersistence(jar);
        return jar;
    }

    /** An empty EAR of the user's. */
    public static EnterpriseArchive ear(String name) {
        return ShrinkWrap.create(EnterpriseArchive.class, name + ".ear");
    }

    /** Lists the modules of a user's EAR: the given ones, and a WAR of the EAR's name at that context root. */
    public static Asset applicationXml(String name, String... modules) {
        String web = "<web><web-uri>%1$s.war</web-uri><context-root>%1$s</context-root></web>".formatted(name);
        String all = Stream.concat(Stream.of(modules), Stream.of(web))
                .map(module -> "<module>" + module + "</module>")
                .collect(Collectors.joining("\n"));
        return new StringAsset("<application xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"10\">\n" + all
                + "\n</application>");
    }

    private static void addBeans(ClassContainer<?> archive) {
        archive.addPackage(Scenario.class.getPackage());
        archive.addPackage(EjbScopes.class.getPackage());
    }

    private static void addWeb(ClassContainer<?> archive) {
        archive.addPackage(ScenarioResource.class.getPackage());
        archive.addPackage(FilteredServlet.class.getPackage());
        if ("standalone-full".equals(System.getProperty("arquillian.launch"))) {
            archive.addPackage(MessageResource.class.getPackage());
        }
    }

    private static <A extends ClassContainer<?> & ResourceContainer<?>> void addPersistence(A archive) {
        archive.addPackage(Item.class.getPackage());
        archive.addAsResource("application/persistence.xml", "META-INF/persistence.xml");
    }

    /** Adds the manifest's line for the library's EAR beside the archive. */
    public static <A extends Archive<A> & ManifestContainer<A>> A besideLibrary(A archive) {
        return dependingOn(archive, DEPENDENCY);
    }

    /** Adds a manifest with a line {@code Dependencies}. */
    public static <A extends Archive<A> & ManifestContainer<A>> A dependingOn(A archive, String dependencies) {
        return archive.setManifest(new StringAsset("Manifest-Version: 1.0\nDependencies: " + dependencies + "\n"));
    }
}
