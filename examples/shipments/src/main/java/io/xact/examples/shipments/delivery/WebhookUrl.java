// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.delivery;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A subscriber's address that has the right form.
 *
 * @param uri absolute, {@code http} or {@code https}, with a host and without a user
 */
record WebhookUrl(URI uri) {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int MAX_PORT = 65535;

    static WebhookUrl parse(String text) throws UndeliverableException {
        URI uri = uri(text);
        if (uri.getScheme() == null) {
            throw new UndeliverableException(RejectReason.BAD_URL);
        }
        if (!SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
            throw new UndeliverableException(RejectReason.SCHEME_NOT_ALLOWED);
        }
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > MAX_PORT) {
            throw new UndeliverableException(RejectReason.BAD_URL);
        }
        if (uri.getRawUserInfo() != null) {
            throw new UndeliverableException(RejectReason.USER_INFO_NOT_ALLOWED);
        }
        return new WebhookUrl(uri);
    }

    private static URI uri(String text) throws UndeliverableException {
        try {
            // a URI may hold letters that a request line may not
            return new URI(new URI(text).toASCIIString());
        } catch (URISyntaxException e) {
            throw new UndeliverableException(RejectReason.BAD_URL);
        }
    }

    WebhookUrl within(List<HostAndPort> allowed) throws UndeliverableException {
        if (allowed.stream().noneMatch(host -> host.covers(uri))) {
            throw new UndeliverableException(RejectReason.HOST_NOT_ALLOWED);
        }
        return this;
    }
}
