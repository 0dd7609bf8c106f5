// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.delivery;

import io.xact.examples.shipments.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Posts a delivery to its subscriber; must not be called in a transaction, which it would keep open. Thread-safe. */
@ApplicationScoped
public class Webhook {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    @Inject
    Settings settings;

    @Inject
    WebhookPolicy policy;

    @SuppressWarnings("NullAway.Init") // made at start, once for the bean and not once more for its proxy
    private HttpClient client;

    @PostConstruct
    void start() {
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                // a redirect could lead to a host that isn't allowed
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Tries once.
     *
     * @param delivery what to post
     * @return delivered for a 2xx answer, failed for all else
     */
    public Outcome post(Delivery delivery) {
        try {
            return send(request(policy.check(delivery.url()), delivery));
        } catch (UndeliverableException e) {
            return Outcome.failed(e.reason().name());
        } catch (IOException e) {
            return Outcome.failed(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.failed("interrupted");
        }
    }

    private Outcome send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
        // closed unread: the request's time-out ends with the headers, and a body may go on for ever
        answer.body().close();
        int status = answer.statusCode();
        return status >= 200 && status < 300 ? Outcome.DELIVERED : Outcome.failed("HTTP " + status);
    }

    private HttpRequest request(URI uri, Delivery delivery) {
        return HttpRequest.newBuilder(uri)
                .timeout(settings.webhookTimeout())
                .header("Content-Type", MediaType.APPLICATION_JSON)
                .header("X-Delivery-Id", Long.toString(delivery.id()))
                .POST(BodyPublishers.ofString(body(delivery)))
                .build();
    }

    private static String body(Delivery delivery) {
        return Json.createObjectBuilder()
                .add("deliveryId", delivery.id())
                .add("alertId", delivery.alertId())
                .add("reference", delivery.reference())
                .add("minutes", delivery.minutes())
                .add("reason", delivery.reason())
                .build()
                .toString();
    }
}
