// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform.hibernate;

import java.util.List;
import org.hibernate.bytecode.enhance.spi.interceptor.EnhancementAsProxyLazinessInterceptor;
import org.hibernate.bytecode.spi.BytecodeEnhancementMetadata;
import org.hibernate.engine.internal.ManagedTypeHelper;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.PersistentAttributeInterceptable;
import org.hibernate.engine.spi.SelfDirtinessTracker;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.entity.EntityPersister;

/**
 * What the bytecode of an entity knew of itself at a moment; nothing, where it isn't enhanced.
 *
 * @param isProxy whether the entity stood for itself, and none of its properties was loaded
 * @param dirtyAttributes what it had noticed to be changed
 */
record Enhancement(boolean isProxy, List<String> dirtyAttributes) {

    private static final Enhancement NONE = new Enhancement(false, List.of());

    static Enhancement of(Object entity) {
        boolean isProxy = isProxy(entity);
        return isProxy || ManagedTypeHelper.isSelfDirtinessTracker(entity)
                ? new Enhancement(isProxy, dirtyAttributes(entity))
                : NONE;
    }

    private static boolean isProxy(Object entity) {
        return ManagedTypeHelper.isPersistentAttributeInterceptable(entity)
                && ManagedTypeHelper.asPersistentAttributeInterceptable(entity).$$_hibernate_getInterceptor()
                        instanceof EnhancementAsProxyLazinessInterceptor;
    }

    private static List<String> dirtyAttributes(Object entity) {
        return ManagedTypeHelper.isSelfDirtinessTracker(entity)
                ? List.of(ManagedTypeHelper.asSelfDirtinessTracker(entity).$$_hibernate_getDirtyAttributes())
                : List.of();
    }

    /** What was loaded of it since is loaded again: the scope may have written it. */
    void restore(Object entity, EntityKey key, EntityPersister persister, SessionImplementor session) {
        BytecodeEnhancementMetadata metadata = persister.getBytecodeEnhancementMetadata();
        if (isProxy) {
            metadata.injectEnhancedEntityAsProxyInterceptor(entity, key, session);
            session.getPersistenceContextInternal().addEnhancedProxy(key, (PersistentAttributeInterceptable) entity);
        } else if (metadata.isEnhancedForLazyLoading()) {
            metadata.injectInterceptor(entity, key.getIdentifier(), session);
        }
    }

    /** Setting properties back has left traces. */
    void restoreDirtiness(Object entity) {
        if (ManagedTypeHelper.isSelfDirtinessTracker(entity)) {
            SelfDirtinessTracker tracker = ManagedTypeHelper.asSelfDirtinessTracker(entity);
            tracker.$$_hibernate_clearDirtyAttributes();
            dirtyAttributes.forEach(tracker::$$_hibernate_trackChange);
            ManagedTypeHelper.processIfManagedEntity(entity, managed -> managed.$$_hibernate_setUseTracker(true));
        }
    }
}
