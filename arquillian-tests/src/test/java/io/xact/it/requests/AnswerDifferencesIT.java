// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.it.support.ServerTest;
import io.xact.it.support.Tags;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a held answer becomes another one than the container's own would: what {@link BareAnswer} leaves out, on purpose. */
@Tag(Tags.ENGINE)
class AnswerDifferencesIT extends ServerTest {

    private final RequestsClient client = new RequestsClient("answer-differences");

    @Deployment(testable = false)
    static WebArchive application() {
        return RequestArchives.war("answer-differences");
    }

    private HttpResponse<String> answer(String steps) {
        return client.post("steps/here", steps);
    }

    @ParameterizedTest
    @ValueSource(strings = {"flush", "flush-writer", "close-writer", "chars:50000", "forward:inside?do=write%3Ay"})
    @DisplayName(
            "L15 status and headers can be set until the handler returns, whatever has been flushed, closed or forwarded")
    void headStaysOpen(String step) {
        HttpResponse<String> answer = answer("write:x;" + step + ";status:201;header:X-One=late;cookie:a=1");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("X-One")).contains("late");
        assertThat(answer.headers().firstValue("Set-Cookie")).contains("a=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flush", "close-writer", "chars:50000"})
    @DisplayName("L15 an error can be sent after a flush, and replaces what was written")
    void errorAfterFlush(String step) {
        HttpResponse<String> answer = answer("write:secret;" + step + ";error:507");

        assertThat(answer.statusCode()).isEqualTo(507);
        assertThat(answer.body()).startsWith("page of 507");
    }

    @ParameterizedTest
    @CsvSource({
        "flush, reset",
        "close-writer, reset",
        "flush, reset-buffer",
        "close-writer, reset-buffer",
        "chars:50000, reset"
    })
    @DisplayName("L15 what was flushed or closed can be taken back, and written anew")
    void resetAfterFlush(String step, String reset) {
        HttpResponse<String> answer = answer("write:old;" + step + ";" + reset + ";write:new");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("new");
    }

    @Test
    @DisplayName("L8 L15 an exception after a flush is answered with 500, and nothing that was written")
    void exceptionAfterFlush() {
        HttpResponse<String> answer = answer("chars:50;cookie:a=1;flush;throw:why");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("x".repeat(50));
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .as("undone as well")
                .isEmpty();
    }

    @Test
    @DisplayName("a reset takes back cookies and the content length too")
    void resetTakesAllBack() {
        HttpResponse<String> answer = answer("cookie:a=1;length:1;write:x;reset;write:longer");

        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body()).isEqualTo("longer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "header:X-One=late",
                "no-header:X-Two",
                "int-header:X-One=1",
                "cookie:a=1",
                "bytes:50000",
                "chars:50000"
            })
    @DisplayName("what comes after an error is ignored: it neither changes the answer nor fails")
    void ignoredAfterError(String step) {
        HttpResponse<String> answer = answer("header:X-Two=there;error-text:409=why;" + step);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("why");
        assertThat(answer.headers().map()).containsKey("X-Two").doesNotContainKeys("X-One", "Set-Cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes:5;write:x", "write:x;bytes:5"})
    @DisplayName("what comes after a redirection is ignored, be it written by the stream or by the writer")
    void ignoredAfterRedirection(String steps) {
        assertThat(answer("redirect:/there;" + steps).statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "reset-buffer", "forward:inside?do=write%3Ay", "redirect:there"})
    @DisplayName("an error can't be taken back: to try is refused, and answered with 500")
    void errorStays(String step) {
        assertThat(answer("error:409;" + step).statusCode()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"error:409", "redirect:elsewhere", "reset"})
    @DisplayName("a redirection can't be taken back: to try is refused, and answered with 500")
    void redirectionStays(String step) {
        assertThat(answer("redirect:there;" + step).statusCode()).isEqualTo(500);
    }

    @Test
    @DisplayName("what is included can't redirect")
    void includedRedirectionIsIgnored() {
        HttpResponse<String> answer = answer("write:x;include:inside?do=redirect%3Athere;write:y");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("xy");
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "length:5;flush, ''",
        "write:;length:5, ''",
        "write:longer;length:4, long",
        "header:Content-Length=4;write:longer, long"
    })
    @DisplayName("an answer is never longer or shorter than its content length")
    void lengthIsTrue(String steps, String body) {
        HttpResponse<String> answer = answer(steps);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(body);
    }

    @Test
    @DisplayName("a second content type replaces the first")
    void addedContentTypeReplaces() {
        assertThat(answer("type:text/html;add-header:Content-Type=text/plain")
                        .headers()
                        .allValues("Content-Type"))
                .containsExactly("text/plain");
    }

    @Test
    @DisplayName("a writer that is refused, because the stream is taken, changes no content type")
    void refusedWriterChangesNothing() {
        assertThat(answer("type:text/html;bytes:1;tell-status").headers().allValues("Content-Type"))
                .containsExactly("text/html");
    }

    @Test
    @DisplayName(
            "where a forward leaves no content, its content type gets an encoding: the container asks a wrapper for its writer")
    void forwardAsksForTheWriter() {
        assertThat(answer("forward:inside?do=type%3Atext/html").headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("text/html").endsWith("charset=ISO-8859-1"));
    }
}
