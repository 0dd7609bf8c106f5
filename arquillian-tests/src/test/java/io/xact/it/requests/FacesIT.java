// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.it.requests.faces.OrderForm;
import io.xact.it.support.ServerTest;
import io.xact.it.support.Tags;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms of Jakarta Faces below the filter. */
@Tag(Tags.ENGINE)
class FacesIT extends ServerTest {

    private final RequestsClient client = new RequestsClient("faces");
    private final FacesClient browser = new FacesClient("faces/order.xhtml");

    @Deployment(name = "faces", testable = false)
    static WebArchive application() {
        return war("faces");
    }

    /** No answer is held in memory. */
    @Deployment(name = "faces-in-files", testable = false)
    static WebArchive inFiles() {
        return war("faces-in-files").setWebXML(FilterXml.with("maxBufferedBytes=0"));
    }

    private static WebArchive war(String name) {
        return RequestArchives.war(name)
                .addPackage(OrderForm.class.getPackage())
                .addAsWebResource("requests/order.xhtml", "order.xhtml")
                .addAsWebInfResource(
                        new StringAsset(
                                "<faces-config xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\"/>"),
                        "faces-config.xml");
    }

    @BeforeEach
    void clear() {
        client.clear();
        browser.open();
    }

    @Test
    @DisplayName("L2 a form is handled in a scope, which is committed before the page is answered")
    void kept() {
        HttpResponse<String> answer = browser.submit("save", "a");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<span id=\"order:seen\">1 active</span>");
        assertThat(client.rows()).containsExactly("a");
    }

    @Test
    @DisplayName("L8 what an action throws rolls back, and the container answers")
    void failed() {
        HttpResponse<String> answer = browser.submit("fail", "a");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(client.rows()).isEmpty();
    }

    @Test
    @DisplayName("L2 a form that is not valid is answered with its page, and another one can follow")
    void invalid() {
        assertThat(browser.submit("save", "").body()).contains("<span id=\"order:seen\">nothing</span>");
        assertThat(browser.submit("save", "b").statusCode()).isEqualTo(200);
        assertThat(client.rows()).containsExactly("b");
    }

    @Test
    @DisplayName("L2 L15 a redirect is sent after the commit, and followed by a new page")
    void redirected() {
        HttpResponse<String> answer = browser.submit("redirect", "a");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/faces/order.xhtml");
        assertThat(client.rows()).containsExactly("a");
        assertThat(browser.open().body()).contains("<span id=\"order:seen\">nothing</span>");
    }

    @Test
    @DisplayName("L2 a part of a page is answered after the commit too")
    void partial() {
        HttpResponse<String> answer = browser.submitPartially("save", "a");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("text/xml");
        assertThat(answer.body()).contains("<update id=\"order:seen\">").contains("1 active");
        assertThat(client.rows()).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"faces", "faces-in-files"})
    @DisplayName("L8 L13 an action for a part of a page that throws is rolled back, although the status is 200")
    void partialFailed(String application) {
        FacesClient itsBrowser = new FacesClient(application + "/order.xhtml");
        itsBrowser.open();

        HttpResponse<String> answer = itsBrowser.submitPartially("fail", "a");

        assertThat(answer.statusCode()).as("it is how Faces tells a script").isEqualTo(200);
        assertThat(answer.body()).contains("<error>").contains("IllegalStateException");
        assertThat(client.rows()).isEmpty();
    }
}
