// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform.hibernate;

import java.io.Serializable;
import org.hibernate.collection.spi.PersistentArrayHolder;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.collection.spi.PersistentIdentifierBag;
import org.hibernate.engine.spi.CollectionEntry;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.collection.CollectionPersister;
import org.jspecify.annotations.Nullable;

/**
 * A collection at a moment. One that was initialised by then gets its elements back. One that was not can't become
 * uninitialised again: a new one takes its place, and reads from the database when it is asked.
 */
final class CollectionNote {

    private final PersistentCollection<?> original;
    private final CollectionPersister persister;
    private final Object key;
    private final @Nullable Object owner;
    private final @Nullable Serializable snapshot;
    private final boolean wasDirty;

    /** {@code null} if it was not initialised. */
    private final @Nullable ContentsNote contents;

    /** The original, or what took its place at an earlier restore. */
    private PersistentCollection<?> collection;

    CollectionNote(
            PersistentCollection<?> collection, CollectionEntry entry, CollectionPersister persister, Object key) {
        this.original = collection;
        this.collection = collection;
        this.persister = persister;
        this.key = key;
        this.owner = collection.getOwner();
        this.snapshot = entry.getSnapshot();
        this.wasDirty = collection.isDirty();
        this.contents = collection.wasInitialized() ? ContentsNote.of(collection, persister) : null;
    }

    /** Makes it the session's, or a substitute for it. */
    void attach(SessionImplementor session, Substitutes substitutes) {
        if (!canBeBroughtBack()) {
            collection = persister.getCollectionSemantics().instantiateWrapper(key, persister, session);
            collection.setOwner(owner);
        }
        if (collection != original) {
            substitutes.put(original, collection);
        }
        collection.postAction(); // forgets what is queued in it
        collection.setCurrentSession(session);
        add(session.getPersistenceContextInternal());
    }

    private boolean canBeBroughtBack() {
        return contents == null
                ? !collection.wasInitialized()
                : !(collection instanceof PersistentIdentifierBag) || contents.isIn(collection, persister);
    }

    private void add(PersistenceContext context) {
        if (!collection.wasInitialized()) {
            context.addUninitializedCollection(persister, collection, key);
        } else {
            collection.setSnapshot(key, persister.getRole(), snapshot);
            context.addInitializedDetachedCollection(persister, collection);
            if (collection instanceof PersistentArrayHolder) {
                context.addCollectionHolder(collection);
            }
        }
    }

    /** Gives it the elements that it had. */
    void fill() {
        if (contents != null && collection.wasInitialized()) {
            if (!contents.isIn(collection, persister)) {
                contents.putInto(collection);
            }
            collection.clearDirty();
            if (wasDirty) {
                collection.dirty();
            }
        }
    }
}
