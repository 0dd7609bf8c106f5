// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform.hibernate;

import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.metamodel.spi.EmbeddableInstantiator;
import org.hibernate.type.ComponentType;
import org.jspecify.annotations.Nullable;

/** Embeddables with other values. */
final class Components {

    private Components() {}

    /** The component itself, changed; a new one where it is a record. */
    static Object with(
            ComponentType type, Object component, @Nullable Object[] values, SessionFactoryImplementor factory) {
        if (component instanceof Record || !type.isMutable()) {
            return instantiatorOf(type, component).instantiate(() -> values, factory);
        }
        type.setPropertyValues(component, values);
        return component;
    }

    private static EmbeddableInstantiator instantiatorOf(ComponentType type, Object component) {
        EmbeddableMappingType mapping = type.getMappingModelPart().getEmbeddableTypeDescriptor();
        return mapping.isPolymorphic()
                ? mapping.getRepresentationStrategy()
                        .getInstantiatorForClass(component.getClass().getName())
                : mapping.getRepresentationStrategy().getInstantiator();
    }
}
