// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.interceptor;

import io.xact.Xact;
import io.xact.XactPriorities;
import io.xact.internal.engine.XactDefinition;
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

/**
 * Calls {@link Xact} methods with retries again, and with them all that stands between it and the scope. Keeps no state, so
 * a passivated bean carries none along.
 */
@Xact
@Interceptor
@Priority(XactPriorities.RETRY)
public class RetryInterceptor implements Serializable {

    private static final long serialVersionUID = 1L;

    private final transient XactEngine engine; // reached without a client proxy
    private final transient XactDefinitions definitions;

    /**
     * Made by the container.
     *
     * @param engine runs the attempts
     * @param definitions reads the annotations
     */
    @Inject
    public RetryInterceptor(XactEngine engine, XactDefinitions definitions) {
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
        XactDefinition definition = definitions.of(context.getTarget().getClass(), context.getMethod());
        return definition.retries() == 0
                ? context.proceed()
                : engine.<@Nullable Object, Exception>retry(definition, context::proceed);
    }

    /** Activated again: the services are those of the container that it is activated in. */
    private Object readResolve() {
        CDI<Object> container = CDI.current();
        return new RetryInterceptor(
                container.select(XactEngine.class).get(),
                container.select(XactDefinitions.class).get());
    }
}
