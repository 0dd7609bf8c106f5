// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.delivery;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * A host that webhooks may go to.
 *
 * @param host a name or an address as it stands in a URL; no look-up is made
 * @param port -1 for the port that belongs to the URL's scheme
 */
record HostAndPort(String host, int port) {

    HostAndPort {
        host = host.toLowerCase(Locale.ROOT);
    }

    /** Reads {@code host} or {@code host:port}; an IPv6 address stands in brackets. */
    static HostAndPort parse(String text) {
        try {
            URI uri = new URI("http://" + text);
            if (uri.getHost() != null && text.equals(uri.getRawAuthority()) && uri.getRawUserInfo() == null) {
                return new HostAndPort(uri.getHost(), uri.getPort());
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(unusable(text), e);
        }
        throw new IllegalStateException(unusable(text));
    }

    private static String unusable(String text) {
        return "The setting shipments.webhook.hosts holds '" + text + "', which is not of the form host or host:port";
    }

    /** Of a URL that has a host. */
    static HostAndPort of(URI uri) {
        int port = uri.getPort();
        return new HostAndPort(uri.getHost(), port == standardPort(uri) ? -1 : port);
    }

    boolean covers(URI uri) {
        int own = port == standardPort(uri) ? -1 : port;
        return new HostAndPort(host, own).equals(of(uri));
    }

    private static int standardPort(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
}
