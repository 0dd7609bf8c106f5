// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform.hibernate;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.hibernate.collection.spi.PersistentArrayHolder;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a collection at a moment, in the order in which it told them.
 *
 * @param elements the elements; of a map, the values
 * @param keys the keys of a map; empty for all else
 */
record ContentsNote(List<ValueNote> elements, List<ValueNote> keys) {

    private static final Substitutes NONE = new Substitutes();

    static ContentsNote of(PersistentCollection<?> collection, CollectionPersister persister) {
        ContentsNote note = new ContentsNote(new ArrayList<>(), new ArrayList<>());
        for (Iterator<?> all = collection.entries(persister); all.hasNext(); ) {
            note.add(collection, persister, all.next());
        }
        return note;
    }

    @SuppressWarnings("removal") // 6.6 offers nothing else that answers for each kind of collection
    private void add(PersistentCollection<?> collection, CollectionPersister persister, @Nullable Object element) {
        if (collection instanceof Map && element instanceof Map.Entry<?, ?> entry) {
            keys.add(value(persister.getIndexType(), entry.getKey(), persister));
            elements.add(value(persister.getElementType(), entry.getValue(), persister));
        } else {
            elements.add(value(persister.getElementType(), element, persister));
        }
    }

    private static ValueNote value(Type type, @Nullable Object value, CollectionPersister persister) {
        return ValueNote.of(type, value, persister.getFactory());
    }

    /** Whether a collection has these very elements, and nothing has changed in them. */
    boolean isIn(PersistentCollection<?> collection, CollectionPersister persister) {
        int i = 0;
        for (Iterator<?> all = collection.entries(persister); all.hasNext(); i++) {
            if (i == elements.size() || !isAt(i, collection, all.next())) {
                return false;
            }
        }
        return i == elements.size();
    }

    private boolean isAt(int i, PersistentCollection<?> collection, @Nullable Object element) {
        if (collection instanceof Map && element instanceof Map.Entry<?, ?> entry) {
            return entry.getKey() == keys.get(i).restored(NONE)
                    && entry.getValue() == elements.get(i).restored(NONE);
        }
        return element == elements.get(i).restored(NONE);
    }

    /** Fills an initialised collection, whatever is in it. */
    void putInto(PersistentCollection<?> collection) {
        if (collection instanceof PersistentArrayHolder<?> holder) {
            putInto(holder.getArray());
        } else if (collection instanceof Map<?, ?> map) {
            putInto(map);
        } else {
            putInto((Collection<?>) collection);
        }
    }

    /** An array never changes its length. */
    private void putInto(Object array) {
        for (int i = 0; i < elements.size(); i++) {
            Array.set(array, i, elements.get(i).restored(NONE));
        }
    }

    @SuppressWarnings("unchecked") // they were in it
    private void putInto(Map<?, ?> map) {
        map.clear();
        for (int i = 0; i < elements.size(); i++) {
            ((Map<@Nullable Object, @Nullable Object>) map)
                    .put(keys.get(i).restored(NONE), elements.get(i).restored(NONE));
        }
    }

    @SuppressWarnings("unchecked") // they were in it
    private void putInto(Collection<?> collection) {
        collection.clear();
        for (ValueNote element : elements) {
            ((Collection<@Nullable Object>) collection).add(element.restored(NONE));
        }
    }
}
