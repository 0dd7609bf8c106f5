// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.packaging;

import static io.xact.it.support.Archives.besideLibrary;
import static io.xact.it.support.Archives.library;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.it.application.Form;
import io.xact.it.application.Scenario;
import io.xact.it.application.Through.Access;
import io.xact.it.support.ApplicationClient;
import io.xact.it.support.Archives;
import io.xact.it.support.Deployments;
import io.xact.it.support.RefusedByServerException;
import io.xact.it.support.Server;
import io.xact.it.support.ServerTest;
import io.xact.it.support.Tags;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code xact.ear} and a WAR beside it come and go in every order. */
@Tag(Tags.DEPLOYMENT)
class DeploymentOrderIT extends ServerTest {

    private static final String EAR = "xact.ear";
    private static final String WAR = "user.war";

    private final ApplicationClient application = new ApplicationClient("user");
    private final Deployments deployments = new Deployments();

    /** How the WAR says that it needs the EAR. */
    enum Need {
        /** By the manifest, which it must in any case. */
        MANIFEST {
            @Override
            WebArchive war() {
                return besideLibrary(Archives.war("user"));
            }
        },
        /** By {@code WEB-INF/jboss-all.xml} too. */
        JBOSS_ALL {
            @Override
            WebArchive war() {
                return MANIFEST.war().addAsWebInfResource("application/jboss-all.xml", "jboss-all.xml");
            }
        };

        abstract WebArchive war();
    }

    @AfterEach
    void undeploy() {
        deployments.close();
    }

    private void assertWorks() {
        application.clear();
        application.play(Scenario.NEST_AND_FAIL, Form.METHOD, Access.JDBC);
        assertThat(application.items()).containsExactly("after", "outer");
    }

    @ParameterizedTest
    @EnumSource(Need.class)
    void warThatComesBeforeTheEarIsRefusedAndCanComeAgain(Need need) {
        assertThatThrownBy(() -> deployments.deploy(need.war()))
                .isInstanceOf(RefusedByServerException.class)
                .hasMessageContaining(EAR);

        deployments.deploy(library());
        deployments.deploy(need.war());

        assertWorks();
    }

    @ParameterizedTest
    @EnumSource(Need.class)
    void warAndEarInOneOperationMayStandInAnyOrder(Need need) {
        deployments.deploy(need.war(), library());

        assertWorks();
    }

    @ParameterizedTest
    @EnumSource(Need.class)
    void serverBootsWithTheWarListedFirst(Need need) {
        deployments.deploy(need.war(), library());
        String before = application.incarnation();

        Server.reload();

        application.awaitIncarnationAfter(before);
        Server.awaitRunning();
        assertWorks();
    }

    /**
     * Under a running WAR it would be the server's own race: about one replacement in forty finds the old EAR not yet
     * removed, waits for five minutes and fails, with and without this library. So the WAR goes first.
     */
    @ParameterizedTest
    @EnumSource(Need.class)
    void earIsReplacedWhileTheWarIsAway(Need need) {
        deployments.deploy(library());
        deployments.deploy(need.war());

        deployments.undeploy(WAR);
        deployments.replace(library());
        deployments.deploy(need.war());

        assertWorks();
    }

    @ParameterizedTest
    @EnumSource(Need.class)
    void earIsNotUndeployedUnderARunningWar(Need need) {
        deployments.deploy(library());
        deployments.deploy(need.war());
        String before = application.incarnation();

        assertThatThrownBy(() -> deployments.undeploy(EAR))
                .isInstanceOf(RefusedByServerException.class)
                .hasMessageContaining(WAR);

        assertThat(application.incarnation())
                .as("the WAR was stopped for the attempt, and started again")
                .isNotEqualTo(before);
        assertWorks();
    }

    @ParameterizedTest
    @EnumSource(Need.class)
    void earAndWarAreUndeployedInOneOperationInAnyOrder(Need need) {
        deployments.deploy(library(), need.war());

        deployments.undeploy(EAR, WAR);

        assertThat(application.answers()).isFalse();
    }
}
