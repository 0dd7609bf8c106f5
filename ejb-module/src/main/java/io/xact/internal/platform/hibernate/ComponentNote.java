// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform.hibernate;

import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.type.ComponentType;
import org.jspecify.annotations.Nullable;

/** An embeddable at a moment, with what is in it. */
final class ComponentNote implements ValueNote {

    private final ComponentType type;
    private final Object component;
    private final ValueNote[] parts;
    private final SessionFactoryImplementor factory;

    private ComponentNote(ComponentType type, Object component, ValueNote[] parts, SessionFactoryImplementor factory) {
        this.type = type;
        this.component = component;
        this.parts = parts;
        this.factory = factory;
    }

    static ComponentNote of(ComponentType type, Object component, SessionFactoryImplementor factory) {
        return new ComponentNote(
                type,
                component,
                ValueNote.ofAll(type.getSubtypes(), type.getPropertyValues(component), factory),
                factory);
    }

    @Override
    public Object restored(Substitutes substitutes) {
        @Nullable Object[] current = type.getPropertyValues(component);
        @Nullable Object[] noted = new @Nullable Object[parts.length];
        boolean isSame = true;
        for (int i = 0; i < parts.length; i++) {
            noted[i] = parts[i].restored(substitutes);
            isSame &= noted[i] == current[i];
        }
        return isSame ? component : Components.with(type, component, noted, factory);
    }
}
