// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.it.engine.application.Database;
import io.xact.it.engine.scopes.ByHandResource;
import io.xact.it.engine.server.ServerLog;
import io.xact.it.support.ApplicationClient;
import io.xact.it.support.ServerTest;
import io.xact.it.support.Tags;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Scopes by hand in requests: ended, and left open. */
@Tag(Tags.ENGINE)
class LeftOpenIT extends ServerTest {

    private final ApplicationClient application = new ApplicationClient("by-hand");

    @Deployment(testable = false)
    static WebArchive application() {
        return EngineArchives.war("by-hand").addPackage(ByHandResource.class.getPackage());
    }

    @BeforeEach
    void clear() {
        application.send("DELETE", "api/scopes");
    }

    private int call(String method, String path, Database database) {
        return application.send(method, path + "?database=" + database).statusCode();
    }

    private String committed(Database database) {
        return application.send("GET", "api/scopes?database=" + database).body();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    @DisplayName("a scope by hand in a resource class or a servlet commits, or is rolled back")
    void ended(Database database) {
        assertThat(call("POST", "api/scopes/committed", database)).isEqualTo(204);
        assertThat(call("POST", "api/scopes/closed", database)).isEqualTo(204);
        assertThat(call("POST", "servlet", database)).isEqualTo(200);

        assertThat(committed(database)).isEqualTo("by servlet committed");
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    @DisplayName(
            "left open inside a scope, or in a transaction of @Transactional, it costs that, which says where it was opened")
    void leftOpenInside(Database database) {
        ServerLog log = new ServerLog();
        assertThat(call("POST", "api/scopes/left-open-in-scope", database)).isEqualTo(500);
        assertThat(call("POST", "api/scopes/left-open-in-transactional", database))
                .isEqualTo(500);

        assertThat(committed(database)).isEmpty();
        assertThat(log.lines())
                .anyMatch(line -> line.contains("XACT00125") && line.contains("ByHandResource.java"))
                .anyMatch(line -> line.contains("leaveOpenInTransactional"));
    }

    @ParameterizedTest
    @CsvSource({"POSTGRESQL, POST, api/scopes/left-open", "H2, POST, api/scopes/left-open", "POSTGRESQL, PUT, servlet"})
    @DisplayName("left open at the end of a request, it is rolled back, and the thread's next request is clean")
    void leftOpen(Database database, String method, String path) {
        ServerLog log = new ServerLog();
        call(method, path, database);

        assertThat(committed(database)).isEmpty();
        for (int i = 0; i < 50; i++) {
            assertThat(application.send("GET", "api/scopes/depth").body()).isEqualTo("0 false");
        }
        assertThat(log.lines()).as("the server's own report").anyMatch(line -> line.contains("WFLYTX0003"));
    }
}
