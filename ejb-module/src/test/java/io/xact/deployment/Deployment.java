// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.deployment;

import io.xact.internal.cdi.XactExtension;
import io.xact.support.Database;
import io.xact.support.NamedDataSources;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Extension;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** A container with some classes and xact, and nothing else. */
final class Deployment {

    private Deployment() {}

    /** Starts it, to be seen whether it does. */
    static void of(Class<?>... classes) {
        start(List.of(new XactExtension()), classes).close();
    }

    /** Starts it with a database, and Narayana by its own extension. */
    static SeContainer with(Database database, Class<?>... classes) {
        List<Extension> extensions = new ArrayList<>(List.of(new NamedDataSources(database)));
        ServiceLoader.load(Extension.class).forEach(extensions::add); // ours and Narayana's
        return start(extensions, classes);
    }

    private static SeContainer start(List<Extension> extensions, Class<?>... classes) {
        return SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addBeanClasses(classes)
                .addExtensions(extensions.toArray(Extension[]::new))
                .initialize();
    }
}
