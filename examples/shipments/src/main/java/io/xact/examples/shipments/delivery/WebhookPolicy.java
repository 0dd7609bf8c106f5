// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.delivery;

import io.xact.examples.shipments.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;

/** Where webhooks may go: to the hosts that are set, or else to this server alone. Thread-safe. */
@ApplicationScoped
public class WebhookPolicy {

    @Inject
    Settings settings;

    @Inject
    ServerAddress server;

    /**
     * Checks an address, before it is stored with a delivery and again before it is used.
     *
     * @param url any text
     * @return the address
     * @throws UndeliverableException if webhooks don't go there
     */
    public URI check(String url) throws UndeliverableException {
        return WebhookUrl.parse(url).within(allowed()).uri();
    }

    private List<HostAndPort> allowed() {
        List<String> configured = settings.webhookHosts();
        return configured.isEmpty()
                ? server.ownHosts()
                : configured.stream().map(HostAndPort::parse).toList();
    }
}
