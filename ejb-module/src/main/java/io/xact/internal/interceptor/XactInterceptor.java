// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.interceptor;

import io.xact.Xact;
import io.xact.XactPriorities;
import io.xact.internal.engine.XactDefinition;
import io.xact.internal.engine.XactEngine;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Runs {@link Xact} methods in a scope of the engine. */
@Xact
@Interceptor
@Priority(XactPriorities.XACT)
public class XactInterceptor extends EngineInterceptor {

    private static final long serialVersionUID = 1L;

    /**
     * Made by the container.
     *
     * @param engine runs the scopes
     * @param definitions reads the annotations
     */
    @Inject
    public XactInterceptor(XactEngine engine, XactDefinitions definitions) {
        super(engine, definitions);
    }

    @Override
    @Nullable Object around(XactEngine services, XactDefinition definition, InvocationContext context) throws Exception {
        return services.<@Nullable Object, Exception>call(definition, context::proceed);
    }

    @Override
    EngineInterceptor with(XactEngine services, XactDefinitions known) {
        return new XactInterceptor(services, known);
    }
}
