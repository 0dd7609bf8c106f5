// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.server;

import org.jboss.arquillian.core.spi.LoadableExtension;

/** Has Arquillian set up what the container "engine" runs on; the other containers need nothing of it. */
public final class EngineServerExtension implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        if ("engine".equals(System.getProperty("arquillian.launch"))) {
            builder.observer(EngineServer.class);
        }
    }
}
