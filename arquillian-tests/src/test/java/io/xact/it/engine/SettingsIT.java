// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.it.engine.application.Database;
import io.xact.it.engine.settings.SettingsResource;
import io.xact.it.support.ApplicationClient;
import io.xact.it.support.Archives;
import io.xact.it.support.ServerTest;
import io.xact.it.support.Tags;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings in the application's {@code META-INF/microprofile-config.properties}, in each way to deploy. */
@Tag(Tags.ENGINE)
class SettingsIT extends ServerTest {

    private static final String FILE = "META-INF/microprofile-config.properties";
    private static final StringAsset SETTINGS = new StringAsset(
            "xact.merged-failure=silent\nxact.local-datasource=refuse\nxact.datasource=" + Database.H2_NAME + "\n");

    private static final String WITHOUT = "without-settings";
    private static final String WAR_LIB = "war-lib";
    private static final String BESIDE_EAR = "beside-ear";
    private static final String WAR_IN_EAR = "war-in-ear";
    private static final String EAR_LIB = "ear-lib";
    private static final String EAR_MODULE = "ear-module";

    @Deployment(name = "library", order = 1, testable = false)
    static EnterpriseArchive library() {
        return Archives.library();
    }

    @Deployment(name = WITHOUT, order = 2, testable = false)
    static WebArchive without() {
        return war(WITHOUT).addAsLibraries(Archives.jars());
    }

    @Deployment(name = WAR_LIB, order = 3, testable = false)
    static WebArchive warLib() {
        return warWithSettings(WAR_LIB).addAsLibraries(Archives.jars());
    }

    @Deployment(name = BESIDE_EAR, order = 4, testable = false)
    static WebArchive besideEar() {
        return Archives.besideLibrary(warWithSettings(BESIDE_EAR));
    }

    @Deployment(name = WAR_IN_EAR, order = 5, testable = false)
    static EnterpriseArchive warInEar() {
        return Archives.ear(WAR_IN_EAR).addAsLibraries(Archives.jars()).addAsModule(warWithSettings(WAR_IN_EAR));
    }

    @Deployment(name = EAR_LIB, order = 6, testable = false)
    static EnterpriseArchive earLib() {
        return Archives.ear(EAR_LIB)
                .addAsLibraries(Archives.jars())
                .addAsLibrary(settingsJar())
                .addAsModule(war(EAR_LIB));
    }

    @Deployment(name = EAR_MODULE, order = 7, testable = false)
    static EnterpriseArchive earModule() {
        return Archives.ear(EAR_MODULE)
                .addAsModule(Archives.jar("xact-ejb.jar"))
                .addAsLibrary(settingsJar())
                .addAsModule(war(EAR_MODULE))
                .setApplicationXML(Archives.applicationXml(EAR_MODULE, "<ejb>xact-ejb.jar</ejb>"));
    }

    private static JavaArchive settingsJar() {
        return ShrinkWrap.create(JavaArchive.class, "settings.jar").addAsResource(SETTINGS, FILE);
    }

    private static WebArchive war(String name) {
        return ShrinkWrap.create(WebArchive.class, name + ".war").addPackage(SettingsResource.class.getPackage());
    }

    private static WebArchive warWithSettings(String name) {
        return war(name).addAsResource(SETTINGS, FILE);
    }

    private static String setting(String application, String name) {
        return new ApplicationClient(application)
                .send("GET", "api/settings/" + name)
                .body();
    }

    @Test
    @DisplayName("B2 without settings a merged scope's failure is raised, and the data source is the server's default")
    void defaults() {
        assertThat(setting(WITHOUT, "merged-failure")).isEqualTo("raise");
        assertThat(setting(WITHOUT, "datasource")).contains("h2:mem:test");
    }

    @ParameterizedTest
    @ValueSource(strings = {WAR_LIB, BESIDE_EAR, EAR_LIB, EAR_MODULE})
    @DisplayName("the settings of the WAR count, or in an EAR that has the library those of a jar in its lib")
    void read(String application) {
        assertThat(setting(application, "merged-failure")).isEqualTo("silent");
        assertThat(setting(application, "datasource")).contains("h2:mem:engine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local-datasource", "local-datasource/unguarded"})
    @DisplayName(
            "M7 a data source that is not XA beside another one is refused by both names if that is set, at the commit at the latest")
    void localDataSource(String kind) {
        assertThat(setting(WITHOUT, kind)).isEqualTo("warn");
        assertThat(setting(WAR_LIB, kind))
                .contains("xact.local-datasource=refuse")
                .contains("java:jboss/datasources/H2LocalDS")
                .contains(Database.H2_NAME);
    }

    @Test
    @DisplayName("those of a WAR in such an EAR don't, because all of it is one CDI container")
    void notRead() {
        assertThat(setting(WAR_IN_EAR, "merged-failure")).isEqualTo("raise");
    }
}
