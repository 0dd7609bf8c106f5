// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.interceptor;

import io.xact.Xact;
import io.xact.XactPriorities;
import io.xact.internal.engine.XactEngine;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Runs {@link Xact} methods in a scope of the engine. Keeps no state, so a passivated bean carries none along. */
@Xact
@Interceptor
@Priority(XactPriorities.XACT)
public class XactInterceptor implements Serializable {

    private static final long serialVersionUID = 1L;

    private final transient XactEngine engine; // reached without a client proxy
    private final transient XactDefinitions definitions;

    /**
     * Made by the container.
     *
     * @param engine runs the scopes
     * @param definitions reads the annotations
     */
    @Inject
    public XactInterceptor(XactEngine engine, XactDefinitions definitions) {
        this.engine = engine;
        this.definitions = definitions;
    }

    @AroundInvoke
    @Nullable Object aroundInvoke(InvocationContext context) throws Exception {
        return around(context);
    }

    @AroundTimeout
    @Nullable Object aroundTimeout(InvocationContext context) throws Exception {
        return around(context);
    }

    private @Nullable Object around(InvocationContext context) throws Exception {
        return engine.<@Nullable Object, Exception>call(
                definitions.of(context.getTarget().getClass(), context.getMethod()), context::proceed);
    }

    /** Activated again: the services are those of the container that it is activated in. */
    private Object readResolve() {
        CDI<Object> container = CDI.current();
        return new XactInterceptor(
                container.select(XactEngine.class).get(),
                container.select(XactDefinitions.class).get());
    }
}
