// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform.hibernate;

import java.lang.reflect.Field;
import org.hibernate.proxy.AbstractLazyInitializer;
import org.hibernate.proxy.LazyInitializer;

/**
 * Proxies that know nothing of their entity. What one has loaded in a scope may be what the scope wrote; as a proxy
 * without an entity it loads again. Hibernate has no method for the way back.
 */
final class Uninitialized {

    private Uninitialized() {}

    static void make(LazyInitializer initializer) {
        initializer.setImplementation(null);
        try {
            Field initialized = AbstractLazyInitializer.class.getDeclaredField("initialized");
            initialized.setAccessible(true);
            initialized.setBoolean(initializer, false);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw HibernateLog.LOG.proxyNotRestored(initializer.getEntityName(), e);
        }
    }
}
