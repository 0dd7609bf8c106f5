// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.interceptor;

import io.xact.internal.engine.XactDefinition;
import io.xact.internal.engine.XactEngine;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What our interceptors share. Keeps no state, so a passivated bean carries none along. */
abstract class EngineInterceptor implements Serializable {

    private static final long serialVersionUID = 1L;

    private final transient XactEngine engine; // reached without a client proxy
    private final transient XactDefinitions definitions;

    EngineInterceptor(XactEngine engine, XactDefinitions definitions) {
        this.engine = engine;
        this.definitions = definitions;
    }

    /** Does what the interceptor is for. */
    abstract @Nullable Object around(XactEngine services, XactDefinition definition, InvocationContext context)
            throws Exception;

    /** Another of its kind. */
    abstract EngineInterceptor with(XactEngine services, XactDefinitions known);

    @AroundInvoke
    @Nullable Object aroundInvoke(InvocationContext context) throws Exception {
        return around(context);
    }

    @AroundTimeout
    @Nullable Object aroundTimeout(InvocationContext context) throws Exception {
        return around(context);
    }

    private @Nullable Object around(InvocationContext context) throws Exception {
        return around(engine, definitions.of(context.getTarget().getClass(), context.getMethod()), context);
    }

    /** Activated again: the services are those of the container that it is activated in. */
    final Object readResolve() {
        CDI<Object> container = CDI.current();
        return with(
                container.select(XactEngine.class).get(),
                container.select(XactDefinitions.class).get());
    }
}
