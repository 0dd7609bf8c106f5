// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What can be set: each value is a system property, or else an environment variable ({@code shipments.webhook.hosts} is
 * {@code SHIPMENTS_WEBHOOK_HOSTS}). Read at every call; thread-safe.
 */
@ApplicationScoped
public class Settings {

    private static final Pattern COMMA = Pattern.compile(",");

    /**
     * Whether {@code ?fail=} is listened to.
     *
     * @return {@code shipments.fail-injection}, by default {@code false}
     */
    public boolean failInjection() {
        return setting("shipments.fail-injection").map(Boolean::valueOf).orElse(false);
    }

    /**
     * Hosts that webhooks may go to, each {@code host} or {@code host:port}.
     *
     * @return {@code shipments.webhook.hosts}; empty where it isn't set
     */
    public List<String> webhookHosts() {
        return setting("shipments.webhook.hosts").stream()
                .flatMap(COMMA::splitAsStream)
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .toList();
    }

    /**
     * How often a webhook is tried before its delivery counts as failed. The queue's own limit must not be lower.
     *
     * @return {@code shipments.webhook.attempts}, by default 5
     */
    public int webhookAttempts() {
        return positive("shipments.webhook.attempts", 5);
    }

    /**
     * How long a webhook may take to answer.
     *
     * @return {@code shipments.webhook.timeout-seconds}, by default 5
     */
    public Duration webhookTimeout() {
        return Duration.ofSeconds(positive("shipments.webhook.timeout-seconds", 5));
    }

    /**
     * How long a pending delivery may lie untouched before it is queued once more.
     *
     * @return {@code shipments.requeue-seconds}, by default 60
     */
    public Duration requeueAfter() {
        return Duration.ofSeconds(positive("shipments.requeue-seconds", 60));
    }

    private static int positive(String name, int otherwise) {
        int value = setting(name).map(text -> number(name, text)).orElse(otherwise);
        if (value < 1) {
            throw new IllegalStateException("The setting " + name + " is " + value + ": set a number above 0");
        }
        return value;
    }

    private static int number(String name, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalStateException("The setting " + name + " is not a whole number", e);
        }
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(variable(name))));
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
