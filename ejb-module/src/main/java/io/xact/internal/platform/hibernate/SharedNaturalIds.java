// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform.hibernate;

import org.hibernate.Cache;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.entity.EntityPersister;

/**
 * Natural ids in the second-level cache. Hibernate puts them there after completion whatever the cache mode is, and would
 * do so with those of rows that were undone.
 */
final class SharedNaturalIds {

    private SharedNaturalIds() {}

    /** Has them dropped behind the callbacks of what was done so far, and before those of what is still to come. */
    static void forget(SessionImplementor session) {
        Cache cache = session.getFactory().getCache();
        session.getFactory().getMappingMetamodel().forEachEntityDescriptor(persister -> {
            if (persister.hasNaturalIdCache() && isRoot(persister)) {
                session.getActionQueue()
                        .registerProcess((success, ended) -> cache.evictNaturalIdData(persister.getEntityName()));
            }
        });
    }

    private static boolean isRoot(EntityPersister persister) {
        return persister.getEntityName().equals(persister.getRootEntityName());
    }
}
