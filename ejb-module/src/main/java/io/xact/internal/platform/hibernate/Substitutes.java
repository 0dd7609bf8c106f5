// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform.hibernate;

import java.util.IdentityHashMap;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.type.ComponentType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/** Collections that take the place of others, which can't be brought back to what they were. */
final class Substitutes {

    private final IdentityHashMap<Object, PersistentCollection<?>> byOriginal = new IdentityHashMap<>();

    void put(PersistentCollection<?> original, PersistentCollection<?> substitute) {
        byOriginal.put(original, substitute);
    }

    boolean isEmpty() {
        return byOriginal.isEmpty();
    }

    @Nullable Object of(@Nullable Object value) {
        PersistentCollection<?> substitute = byOriginal.get(value);
        return substitute == null ? value : substitute;
    }

    /** The value with substitutes in it, also where it is an embeddable; that is left as it is, and copied. */
    @Nullable Object in(Type type, @Nullable Object value, SessionFactoryImplementor factory) {
        if (value == null || !(type instanceof ComponentType component)) {
            return of(value);
        }
        @Nullable Object[] parts = component.getPropertyValues(value);
        boolean isSame = true;
        for (int i = 0; i < parts.length; i++) {
            Object part = in(component.getSubtypes()[i], parts[i], factory);
            isSame &= part == parts[i];
            parts[i] = part;
        }
        return isSame ? value : Components.with(component, component.deepCopy(value, factory), parts, factory);
    }
}
