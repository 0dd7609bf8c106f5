// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.Sql;
import io.xact.it.engine.markable.MarkableCases;
import io.xact.it.engine.refs.RefsResource;
import io.xact.it.engine.refused.ContradictingBean;
import io.xact.it.engine.refused.LateBean;
import io.xact.it.engine.refused.SendingBean;
import io.xact.it.engine.refused.TablelessBean;
import io.xact.it.engine.refused.UnpreparedBean;
import io.xact.it.engine.server.DataSourceDefinition;
import io.xact.it.engine.server.ServerLog;
import io.xact.it.support.ApplicationClient;
import io.xact.it.support.Archives;
import io.xact.it.support.Deployments;
import io.xact.it.support.RefusedByServerException;
import io.xact.it.support.ServerTest;
import io.xact.it.support.Tags;
import io.xact.servers.PostgresServer;
import java.util.List;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is looked at when an application is deployed. */
@Tag(Tags.ENGINE)
class DeploymentIT extends ServerTest {

    private final Deployments deployments = new Deployments();

    @AfterEach
    void undeploy() {
        deployments.close();
    }

    private static WebArchive war(Class<?> bean) {
        return ShrinkWrap.create(WebArchive.class, "refused.war").addClass(bean).addAsLibraries(Archives.jars());
    }

    @Test
    @DisplayName("K13 what can't work is refused, all of it in one message to the deployer")
    void refused() {
        WebArchive war = war(ContradictingBean.class)
                .addAsResource(
                        new StringAsset("xact.merged-failure=loud\n"), "META-INF/microprofile-config.properties");

        assertThatThrownBy(() -> deployments.deploy(war))
                .isInstanceOf(RefusedByServerException.class)
                .hasMessageContaining("DefinitionException")
                .hasMessageContaining("ContradictingBean.hidden has @Xact and is private")
                .hasMessageContaining("durable with savepoint = false")
                .hasMessageContaining("-1 retries can't be")
                .hasMessageContaining("java:/NoSuchDS")
                .hasMessageContaining("The setting xact.merged-failure is");
    }

    @Test
    @DisplayName("H6 R1 what can't hold on an EJB, whose container has opened a transaction before, is refused")
    void ejb() {
        assertThatThrownBy(() -> deployments.deploy(war(LateBean.class)))
                .isInstanceOf(RefusedByServerException.class)
                .hasMessageContaining("DefinitionException")
                .hasMessageContaining("LateBean.durable has @Xact with durable")
                .hasMessageContaining("LateBean.retrying has @Xact with retries, timeoutSeconds");
    }

    @Test
    @DisplayName(
            "a connection factory that isn't there is refused by name, and so are settings of messages on an executor")
    void sending() {
        assertThatThrownBy(() -> deployments.deploy(war(SendingBean.class)))
                .isInstanceOf(RefusedByServerException.class)
                .hasMessageContaining("DefinitionException")
                .hasMessageContaining("SendingBean.producer")
                .hasMessageContaining("java:/NoSuchJms")
                .hasMessageContaining("SendingBean.executor");
    }

    @Test
    @DisplayName("each data source is tried out once: a line at INFO, no warning, nothing left in doubt")
    void probed() {
        ServerLog log = new ServerLog();

        deployments.deploy(EngineArchives.war("probed"));

        List<String> ours =
                log.lines().stream().filter(line -> line.contains("[io.xact]")).toList();
        assertThat(ours).hasSize(2).allMatch(line -> line.contains(" INFO "));
        assertThat(ours)
                .anyMatch(line -> line.contains(Database.POSTGRESQL_NAME + ": PostgreSQL 18"))
                .anyMatch(line -> line.contains(Database.H2_NAME + ": H2 2."));
        assertThat(log.lines()).noneMatch(line -> line.contains(" WARN ") || line.contains(" ERROR "));
    }

    @Test
    @DisplayName("a PostgreSQL that prepares no transactions is refused by name, with the cure")
    void unprepared() {
        try (PostgresServer postgresql = PostgresServer.builder()
                        .parameter("max_prepared_transactions", "0")
                        .start();
                DataSourceDefinition added =
                        DataSourceDefinition.add("UnpreparedDS", UnpreparedBean.NAME, postgresql.jdbcUrl("postgres"))) {
            assertThat(added).isNotNull();
            assertThatThrownBy(() -> deployments.deploy(war(UnpreparedBean.class)))
                    .isInstanceOf(RefusedByServerException.class)
                    .hasMessageContaining(UnpreparedBean.NAME)
                    .hasMessageContaining("raise max_prepared_transactions");
        }
    }

    @Test
    @DisplayName(
            "a commit-markable data source is called that, and one whose table is missing is refused, with the cure")
    void commitMarkable() {
        ServerLog log = new ServerLog();
        deployments.deploy(EngineArchives.war("markable").addPackage(MarkableCases.class.getPackage()));

        assertThat(log.lines())
                .anyMatch(line -> line.contains(" INFO ")
                        && line.contains("PostgresqlMarkableDS: PostgreSQL 18")
                        && line.contains("commit-markable, with its rows in xids"));
        assertThatThrownBy(() -> deployments.deploy(war(TablelessBean.class)))
                .isInstanceOf(RefusedByServerException.class)
                .hasMessageContaining(TablelessBean.NAME)
                .hasMessageContaining("no_such_table")
                .hasMessageContaining("commit-markable.sql");
    }

    @Test
    @DisplayName("a data source may be named by a reference of the application's own")
    void reference() {
        deployments.deploy(refs().addAsLibraries(Archives.jars()));

        assertReferenceWorks();
    }

    @Test
    @DisplayName("so it may in a WAR of an EAR that has the library, whose own naming context has no such reference")
    void referenceInEar() {
        deployments.deploy(Archives.ear("refs").addAsLibraries(Archives.jars()).addAsModule(refs()));

        assertReferenceWorks();
    }

    private static WebArchive refs() {
        return ShrinkWrap.create(WebArchive.class, "refs.war")
                .addPackage(RefsResource.class.getPackage())
                .addClasses(Database.class, Sql.class);
    }

    private static void assertReferenceWorks() {
        assertThat(new ApplicationClient("refs").send("POST", "api/refs").body())
                .isEqualTo("of the reference and of the default");
    }
}
