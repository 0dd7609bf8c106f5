// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.Sql;
import io.xact.it.engine.boot.NestingResource;
import io.xact.it.engine.server.ServerLog;
import io.xact.it.support.ApplicationClient;
import io.xact.it.support.Archives;
import io.xact.it.support.Deployments;
import io.xact.it.support.Server;
import io.xact.it.support.ServerTest;
import io.xact.it.support.Tags;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The server boots with an application on it: its data sources come up side by side with that. */
@Tag(Tags.ENGINE)
class BootIT extends ServerTest {

    private static final int BOOTS = 3;

    private final ApplicationClient application = new ApplicationClient("boot");
    private final Deployments deployments = new Deployments();

    @AfterEach
    void undeploy() {
        deployments.close();
    }

    private static WebArchive war() {
        return ShrinkWrap.create(WebArchive.class, "boot.war")
                .addPackage(NestingResource.class.getPackage())
                .addClasses(Database.class, Sql.class)
                .addAsLibraries(Archives.jars());
    }

    @Test
    @DisplayName("an application that is there at boot works, and the log has a line for each of its data sources")
    void boots() {
        deployments.deploy(war());
        for (int boot = 1; boot <= BOOTS; boot++) {
            ServerLog log = new ServerLog();

            Server.reload();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> log.lines().stream().anyMatch(line -> line.contains("WFLYSRV0025")));

            for (Database database : Database.values()) {
                assertThat(log.lines())
                        .as("tried out, or not up yet")
                        .filteredOn(line -> line.contains("[io.xact]") && line.contains(database.jndiName()))
                        .hasSize(1)
                        .allMatch(line -> line.contains(" INFO "));
            }
            assertThat(application.send("POST", "api/nesting").body()).isEqualTo("2");
        }
    }
}
