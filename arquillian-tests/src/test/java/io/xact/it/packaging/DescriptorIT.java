// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.packaging;

import static io.xact.it.support.Archives.besideLibrary;
import static io.xact.it.support.Archives.dependingOn;
import static io.xact.it.support.Archives.ear;
import static io.xact.it.support.Archives.jars;
import static io.xact.it.support.Archives.war;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.it.application.Form;
import io.xact.it.application.Scenario;
import io.xact.it.application.Through.Access;
import io.xact.it.application.messaging.MessageSender;
import io.xact.it.support.ApplicationClient;
import io.xact.it.support.Archives;
import io.xact.it.support.Deployments;
import io.xact.it.support.RefusedByServerException;
import io.xact.it.support.ServerTest;
import io.xact.it.support.Tags;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user's archive must say, and what it may. */
@Tag(Tags.DEPLOYMENT)
class DescriptorIT extends ServerTest {

    private static final String NAME = "described";

    private final ApplicationClient application = new ApplicationClient(NAME);
    private final Deployments deployments = new Deployments();

    @Deployment(testable = false)
    static EnterpriseArchive library() {
        return Archives.library();
    }

    @AfterEach
    void undeploy() {
        deployments.close();
    }

    private void assertWorks(Archive<?> archive) {
        deployments.deploy(archive);
        application.clear();
        for (Form form : Form.values()) {
            assertThat(application.play(Scenario.DEPTH, form, Access.JDBC).notes())
                    .as("depths by %s", form)
                    .containsExactly("0", "1", "2", "1", "0");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deployment.xact.ear services",
                "deployment.xact.ear meta-inf",
                "deployment.xact.ear services meta-inf"
            })
    void manifestImportsTheServices(String dependencies) {
        assertWorks(dependingOn(war(NAME), dependencies));
    }

    @Test
    void jbossDeploymentStructureDoesWhatTheManifestDoes() {
        assertWorks(war(NAME)
                .addAsWebInfResource("application/jboss-deployment-structure.xml", "jboss-deployment-structure.xml"));
    }

    @Test
    void withoutTheServicesTheBeansAreMissing() {
        assertThatThrownBy(() -> deployments.deploy(dependingOn(war(NAME), "deployment.xact.ear")))
                .isInstanceOf(RefusedByServerException.class)
                .hasMessageContaining("WELD-001408")
                .hasMessageContaining("Unsatisfied dependencies for type Xacts");
    }

    /** Weld leaves out a bean whose types it can't find: without messaging the server shows none of Jakarta Messaging's. */
    @Test
    void whatMaySendMessagesWorksWithoutMessagingAsLongAsItSendsNone() {
        assertWorks(besideLibrary(war(NAME).addClass(MessageSender.class)));
    }

    @Test
    void manifestOfAnEarSpeaksForWhatIsInIt() {
        assertWorks(besideLibrary(ear(NAME).addAsModule(war(NAME))));
    }

    @Test
    void warInAnEarBesideNamesTheLibraryItself() {
        assertWorks(ear(NAME).addAsModule(besideLibrary(war(NAME))));
    }

    static Stream<String> beansXml() {
        return Stream.of("", beans("annotated"), beans("all"));
    }

    private static String beans(String mode) {
        return "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\" bean-discovery-mode=\"" + mode
                + "\"/>";
    }

    @ParameterizedTest
    @MethodSource("beansXml")
    void beansXmlMayBeAnyBesideTheEar(String content) {
        assertWorks(withBeansXml(besideLibrary(war(NAME)), content));
    }

    @ParameterizedTest
    @MethodSource("beansXml")
    void beansXmlMayBeAnyWithTheLibraryInside(String content) {
        assertWorks(withBeansXml(war(NAME).addAsLibraries(jars()), content));
    }

    private static WebArchive withBeansXml(WebArchive war, String content) {
        return war.addAsWebInfResource(new StringAsset(content), "beans.xml");
    }
}
