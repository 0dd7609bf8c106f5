// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "x BAD_URL",
                "/api/inbox/x BAD_URL",
                "//127.0.0.1:8080/x BAD_URL",
                "http: BAD_URL",
                "http:// BAD_URL",
                "http:/127.0.0.1:8080/x BAD_URL",
                "http:127.0.0.1 BAD_URL",
                "http://a_b/x BAD_URL",
                "http://127.0.0.1:0/x BAD_URL",
                "http://127.0.0.1:65536/x BAD_URL",
                "http://127.0.0.1:99999999999/x BAD_URL",
                "http://[::1 BAD_URL",
                "http://x/%zz BAD_URL",
                "file:///etc/hosts SCHEME_NOT_ALLOWED",
                "ftp://127.0.0.1:8080/x SCHEME_NOT_ALLOWED",
                "jar:http://127.0.0.1:8080/x!/y SCHEME_NOT_ALLOWED",
                "http://127.0.0.1:8080@evil.example/x USER_INFO_NOT_ALLOWED",
                "http://@127.0.0.1:8080/x USER_INFO_NOT_ALLOWED",
                "http://u:p@127.0.0.1:8080/x USER_INFO_NOT_ALLOWED",
                "http://evil.example/x HOST_NOT_ALLOWED",
                "http://127.0.0.1/x HOST_NOT_ALLOWED",
                "http://127.0.0.1:9990/x HOST_NOT_ALLOWED",
                "https://127.0.0.1/x HOST_NOT_ALLOWED",
                "http://127.1:8080/x BAD_URL",
                "http://2130706433:8080/x HOST_NOT_ALLOWED",
                "http://localhost.:8080/x HOST_NOT_ALLOWED",
                "http://127.0.0.1.evil.example:8080/x HOST_NOT_ALLOWED",
                "http://evil.example/#@127.0.0.1:8080/ HOST_NOT_ALLOWED",
                "http://evil.example:80/?127.0.0.1:8080 HOST_NOT_ALLOWED"
            })
    void refuses(String url, RejectReason reason) {
        assertThatExceptionOfType(UndeliverableException.class)
                .isThrownBy(() -> WebhookUrl.parse(url).within(allowed("127.0.0.1:8080", "localhost:8080")))
                .extracting(UndeliverableException::reason)
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080", "HTTP://LOCALHOST:8080/a/b?c=d#e", "https://localhost:8080/x"})
    void allowsHostAndPort(String url) {
        assertThatCode(() -> WebhookUrl.parse(url).within(allowed("127.0.0.1:8080", "localhost:8080")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://partner.example", "http://Partner.Example:80/x", "https://partner.example:443/x"})
    void aHostWithoutPortAllowsTheSchemesOwn(String url) {
        assertThatCode(() -> WebhookUrl.parse(url).within(allowed("partner.example")))
                .doesNotThrowAnyException();
    }

    @Test
    void knowsIpv6() {
        assertThatCode(() -> WebhookUrl.parse("http://[::1]:8080/x").within(allowed("[::1]:8080")))
                .doesNotThrowAnyException();
    }

    @Test
    void encodesLettersThatARequestLineMayNotHold() throws UndeliverableException {
        assertThat(WebhookUrl.parse("http://localhost:8080/grün").uri())
                .isEqualTo(URI.create("http://localhost:8080/gr%C3%BCn"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://x", "x/y", "u@x", "x:y", "*", ":80", "x y"})
    void namesASettingThatCannotBeRead(String setting) {
        assertThatIllegalStateException()
                .isThrownBy(() -> HostAndPort.parse(setting))
                .withMessageContaining("shipments.webhook.hosts");
    }

    private static List<HostAndPort> allowed(String... hosts) {
        return Stream.of(hosts).map(HostAndPort::parse).toList();
    }
}
