// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform.hibernate;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.CollectionEntry;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.collection.CollectionPersister;

/**
 * One session at a moment, when nothing was queued in it: its proxies, entities and collections. Costs a look at each of
 * them; nothing is read from the database, neither now nor when it is brought back.
 */
final class SessionNote {

    private final SessionImplementor session;
    private final boolean readOnlyByDefault;
    private final List<ProxyNote> proxies = new ArrayList<>();
    private final List<EntityNote> entities;
    private final List<CollectionNote> collections = new ArrayList<>();

    private SessionNote(SessionImplementor session, PersistenceContext context) {
        this.session = session;
        this.readOnlyByDefault = context.isDefaultReadOnly();
        this.entities = new ArrayList<>(context.getNumberOfManagedEntities());
    }

    static SessionNote of(SessionImplementor session) {
        PersistenceContext context = session.getPersistenceContextInternal();
        SessionNote note = new SessionNote(session, context);
        Contents.holders(context).stream()
                .filter(holder -> holder.getProxy() != null)
                .forEach(holder -> note.proxies.add(ProxyNote.of(holder)));
        for (var entry : context.reentrantSafeEntityEntries()) {
            note.entities.add(EntityNote.of(entry.getKey(), entry.getValue(), session));
        }
        context.forEachCollectionEntry(note::add, false);
        return note;
    }

    /** One that no flush has seen yet has no row, and no key: as it is found in a property, it is new. */
    private void add(PersistentCollection<?> collection, CollectionEntry entry) {
        CollectionPersister persister = entry.getLoadedPersister();
        Object key = entry.getLoadedKey();
        if (persister != null && key != null) {
            collections.add(new CollectionNote(collection, entry, persister, key));
        }
    }

    /**
     * Fills the session, which has been emptied. Proxies come before their entities, whose state they could change; the
     * contents of collections come last, because entities have to be found in them by what they are.
     */
    void restore() {
        session.getPersistenceContextInternal().setDefaultReadOnly(readOnlyByDefault);
        proxies.forEach(proxy -> proxy.restore(session));
        entities.forEach(entity -> entity.manage(session));
        Substitutes substitutes = new Substitutes();
        collections.forEach(collection -> collection.attach(session, substitutes));
        entities.forEach(entity -> entity.restore(session, substitutes));
        collections.forEach(CollectionNote::fill);
    }
}
