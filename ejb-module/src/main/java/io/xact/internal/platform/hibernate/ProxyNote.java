// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform.hibernate;

import org.hibernate.engine.spi.EntityHolder;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.jspecify.annotations.Nullable;

/**
 * A proxy at a moment.
 *
 * @param key whom it stands for
 * @param proxy the proxy
 * @param initializer what is behind it
 * @param entity whom it stood for by then; {@code null} if it had not been initialised
 * @param readOnly whether its entity was, or would have become, read-only
 */
record ProxyNote(
        EntityKey key,
        Object proxy,
        LazyInitializer initializer,
        @Nullable Object entity,
        boolean readOnly) {

    static ProxyNote of(EntityHolder holder) {
        Object proxy = holder.getProxy();
        LazyInitializer initializer = HibernateProxy.extractLazyInitializer(proxy);
        return new ProxyNote(
                holder.getEntityKey(),
                proxy,
                initializer,
                initializer.isUninitialized() ? null : initializer.getImplementation(),
                initializer.isReadOnly());
    }

    void restore(SessionImplementor session) {
        if (entity != null) {
            initializer.setImplementation(entity);
        } else if (!initializer.isUninitialized()) {
            Uninitialized.make(initializer);
        }
        session.getPersistenceContextInternal().addProxy(key, proxy);
        initializer.setSession(session);
        initializer.setReadOnly(readOnly);
    }
}
