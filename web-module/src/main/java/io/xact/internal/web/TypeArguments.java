// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a class puts in for the type variables of what it extends and implements. */
final class TypeArguments {

    private final Map<TypeVariable<?>, Type> arguments = new HashMap<>();

    /** Reads them from a class and all that is above it. */
    TypeArguments(Stream<Class<?>> lineage) {
        lineage.forEach(type -> {
            read(type.getGenericSuperclass());
            Stream.of(type.getGenericInterfaces()).forEach(this::read);
        });
    }

    private void read(@Nullable Type parent) {
        if (parent instanceof ParameterizedType generic) {
            TypeVariable<?>[] variables = ((Class<?>) generic.getRawType()).getTypeParameters();
            for (int i = 0; i < variables.length; i++) {
                arguments.put(variables[i], generic.getActualTypeArguments()[i]);
            }
        }
    }

    /** Whether a method from above is called with these parameters. */
    boolean fit(Method method, Class<?>... parameters) {
        Class<?>[] own =
                Stream.of(method.getGenericParameterTypes()).map(this::erased).toArray(Class<?>[]::new);
        return Arrays.equals(own, parameters);
    }

    private Class<?> erased(Type type) {
        if (type instanceof ParameterizedType generic) {
            return erased(generic.getRawType());
        }
        if (type instanceof TypeVariable<?> variable) {
            return erased(arguments.getOrDefault(variable, variable.getBounds()[0]));
        }
        if (type instanceof GenericArrayType array) {
            return erased(array.getGenericComponentType()).arrayType();
        }
        return type instanceof Class<?> plain ? plain : Object.class;
    }
}
