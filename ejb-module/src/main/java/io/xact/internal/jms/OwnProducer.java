// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.jms;

/** A producer that one piece of code has made for itself, with its settings. Not thread-safe. */
final class OwnProducer extends HeldProducer {

    private final Settings settings = new Settings();

    OwnProducer(Outlet outlet) {
        super(outlet);
    }

    @Override
    Settings settings() {
        return settings;
    }

    @Override
    void sending() {} // they stay
}
