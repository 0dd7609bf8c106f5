// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is left open is seen. */
@Tag(Tags.AS_SHIPPED)
class LeakCheckIT extends ServerTest {

    private static final ApplicationClient APPLICATION = new ApplicationClient("leaking");

    @Deployment(testable = false)
    static WebArchive leaking() {
        return Archives.war(APPLICATION.contextRoot()).addAsLibraries(Archives.jars());
    }

    @Test
    void openTransactionIsSeen() {
        APPLICATION.send("POST", "api/leaks/transaction");

        assertThat(LeakCheck.leaks()).containsExactly("1 transactions in flight");
        APPLICATION.send("DELETE", "api/leaks/transaction");
    }

    @Test
    void openConnectionIsSeen() {
        APPLICATION.send("POST", "api/leaks/connection");

        assertThat(LeakCheck.leaks()).containsExactly("1 connections of ExampleDS in use");
        APPLICATION.send("DELETE", "api/leaks/connection");
    }
}
