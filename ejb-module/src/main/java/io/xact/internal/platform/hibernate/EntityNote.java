// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform.hibernate;

import org.hibernate.LockMode;
import org.hibernate.bytecode.enhance.spi.LazyPropertyInitializer;
import org.hibernate.engine.spi.CachedNaturalIdValueSource;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.EntityHolder;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.Status;
import org.hibernate.internal.util.ImmutableBitSet;
import org.hibernate.metamodel.mapping.NaturalIdMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/** A managed entity at a moment: what the session knew of it, and what its properties were. */
final class EntityNote {

    private final Object entity;
    private final EntityKey key;
    private final EntityPersister persister;
    private final Status status;
    private final Object @Nullable [] loadedState;
    private final @Nullable Object rowId;
    private final @Nullable Object version;
    private final LockMode lockMode;
    private final boolean isReplicated;
    private final @Nullable ImmutableBitSet maybeLazy;
    private final Enhancement enhancement;
    private final ValueNote[] values;

    private EntityNote(Object entity, EntityEntry entry, Enhancement enhancement, ValueNote[] values) {
        this.entity = entity;
        this.key = entry.getEntityKey();
        this.persister = entry.getPersister();
        this.status = entry.getStatus();
        this.loadedState = copy(entry.getLoadedState());
        this.rowId = entry.getRowId();
        this.version = entry.getVersion();
        this.lockMode = entry.getLockMode();
        this.isReplicated = entry.isBeingReplicated();
        this.maybeLazy = entry.getMaybeLazySet();
        this.enhancement = enhancement;
        this.values = values;
    }

    private static Object @Nullable [] copy(Object @Nullable [] state) {
        return state == null ? null : state.clone();
    }

    static EntityNote of(Object entity, EntityEntry entry, SessionImplementor session) {
        Enhancement enhancement = Enhancement.of(entity);
        ValueNote[] values = enhancement.isProxy()
                ? new ValueNote[0]
                : ValueNote.ofAll(
                        entry.getPersister().getPropertyTypes(),
                        entry.getPersister().getValues(entity),
                        session.getFactory());
        return new EntityNote(entity, entry, enhancement, values);
    }

    /** Makes it managed, with what the session knew. */
    void manage(SessionImplementor session) {
        PersistenceContext context = session.getPersistenceContextInternal();
        EntityHolder holder = context.addEntityHolder(key, entity);
        EntityEntry entry = context.addEntry(
                entity,
                status,
                copy(loadedState),
                rowId,
                key.getIdentifier(),
                version,
                lockMode,
                true,
                persister,
                isReplicated);
        entry.setMaybeLazySet(maybeLazy);
        holder.setEntityEntry(entry);
    }

    /** Gives it the properties that it had. */
    void restore(SessionImplementor session, Substitutes substitutes) {
        enhancement.restore(entity, key, persister, session);
        if (values.length > 0) {
            restoreIdentifier(session);
            restoreValues(session, substitutes);
            restoreLoadedState(session, substitutes);
        }
        enhancement.restoreDirtiness(entity);
    }

    /** Hibernate resets it when the entity is removed, if it is told to. */
    private void restoreIdentifier(SessionImplementor session) {
        Object identifier = persister.getIdentifier(entity, session);
        if (identifier == null || !persister.getIdentifierType().isEqual(identifier, key.getIdentifier())) {
            persister.setIdentifier(entity, key.getIdentifier(), session);
        }
    }

    private void restoreValues(SessionImplementor session, Substitutes substitutes) {
        Object[] current = persister.getValues(entity);
        for (int i = 0; i < values.length; i++) {
            Object noted = values[i].restored(substitutes);
            if (noted != current[i] && noted != LazyPropertyInitializer.UNFETCHED_PROPERTY) {
                persister.setValue(entity, i, noted);
            }
        }
        NaturalIdMapping naturalId = persister.getNaturalIdMapping();
        if (naturalId != null) {
            session.getPersistenceContextInternal()
                    .getNaturalIdResolutions()
                    .manageLocalResolution(
                            key.getIdentifier(),
                            loadedState == null
                                    ? naturalId.extractNaturalIdFromEntity(entity)
                                    : naturalId.extractNaturalIdFromEntityState(loadedState),
                            persister,
                            CachedNaturalIdValueSource.LOAD);
        }
    }

    /** Flushes compare with it, and reach collections by it. */
    private void restoreLoadedState(SessionImplementor session, Substitutes substitutes) {
        Object[] state =
                session.getPersistenceContextInternal().getEntry(entity).getLoadedState();
        if (state != null && !substitutes.isEmpty()) {
            Type[] types = persister.getPropertyTypes();
            for (int i = 0; i < state.length; i++) {
                state[i] = substitutes.in(types[i], state[i], session.getFactory());
            }
        }
    }
}
