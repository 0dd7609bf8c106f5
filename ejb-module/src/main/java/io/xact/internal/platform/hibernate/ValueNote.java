// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform.hibernate;

import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.type.ComponentType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/** A value of a property, or of an element of a collection, at a moment. */
interface ValueNote {

    /**
     * The value as it was; the same instance wherever that can be.
     *
     * @param substitutes of collections that can't be what they were
     */
    @Nullable Object restored(Substitutes substitutes);

    static ValueNote of(Type type, @Nullable Object value, SessionFactoryImplementor factory) {
        if (value == null || !(type.isMutable() || type.isComponentType())) {
            return new Reference(value);
        }
        return type instanceof ComponentType component
                ? ComponentNote.of(component, value, factory)
                : new Mutable(type, value, type.deepCopy(value, factory), factory);
    }

    static ValueNote[] ofAll(Type[] types, @Nullable Object[] values, SessionFactoryImplementor factory) {
        ValueNote[] notes = new ValueNote[types.length];
        for (int i = 0; i < types.length; i++) {
            notes[i] = of(types[i], values[i], factory);
        }
        return notes;
    }

    /** An entity, a collection, or a value that doesn't change. */
    record Reference(@Nullable Object value) implements ValueNote {

        @Override
        public @Nullable Object restored(Substitutes substitutes) {
            return substitutes.of(value);
        }
    }

    /** A value that may have been changed in place since. */
    record Mutable(Type type, Object value, Object copy, SessionFactoryImplementor factory) implements ValueNote {

        @Override
        public Object restored(Substitutes substitutes) {
            return type.isEqual(copy, value, factory) ? value : type.deepCopy(copy, factory);
        }
    }
}
