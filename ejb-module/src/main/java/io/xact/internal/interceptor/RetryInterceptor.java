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

/** Calls {@link Xact} methods with retries again, and with them all that stands between it and the scope. */
@Xact
@Interceptor
@Priority(XactPriorities.RETRY)
public class RetryInterceptor extends EngineInterceptor {

    private static final long serialVersionUID = 1L;

    /**
     * Made by the container.
     *
     * @param engine runs the scopes
     * @param definitions reads the annotations
     */
    @Inject
    public RetryInterceptor(XactEngine engine, XactDefinitions definitions) {
        super(engine, definitions);
    }

    @Override
    @Nullable Object around(XactEngine services, XactDefinition definition, InvocationContext context) throws Exception {
        return definition.retries() == 0
                ? context.proceed()
                : services.<@Nullable Object, Exception>retry(definition, context::proceed);
    }

    @Override
    EngineInterceptor with(XactEngine services, XactDefinitions known) {
        return new RetryInterceptor(services, known);
    }
}
