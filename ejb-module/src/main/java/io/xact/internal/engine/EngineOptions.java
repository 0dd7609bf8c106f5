// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import io.xact.Block;
import io.xact.Work;
import io.xact.XactOptions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A definition in the making, and the engine to run it. */
public final class EngineOptions extends XactOptions {

    private static final String LAMBDA = "a scope of Xacts";

    private final XactEngine engine;
    private final XactDefinition definition;

    private EngineOptions(XactEngine engine, XactDefinition definition) {
        this.engine = engine;
        this.definition = definition;
    }

    /**
     * The defaults.
     *
     * @param engine runs the scopes
     * @return options with {@code @Xact}'s defaults
     */
    public static EngineOptions of(XactEngine engine) {
        return new EngineOptions(engine, XactDefinition.builder("scope", LAMBDA).build());
    }

    private EngineOptions with(XactDefinition changed) {
        return new EngineOptions(engine, changed);
    }

    @Override
    public XactOptions named(String name) {
        return with(definition.renamed(name, "the scope " + name));
    }

    @Override
    public XactOptions savepoint(boolean savepoint) {
        return with(definition.toBuilder().savepoint(savepoint).build());
    }

    @Override
    public XactOptions durable(boolean durable) {
        return with(definition.toBuilder().durable(durable).build());
    }

    @Override
    public XactOptions requiresNew(boolean requiresNew) {
        return with(definition.toBuilder().requiresNew(requiresNew).build());
    }

    @Override
    public XactOptions dontRollbackOn(List<Class<? extends Throwable>> exceptions) {
        return with(definition.toBuilder().dontRollbackOn(exceptions).build());
    }

    @Override
    public XactOptions timeout(Duration timeout) {
        return with(definition.toBuilder().timeout(timeout).build());
    }

    @Override
    public <X extends Throwable> void run(Block<X> block) throws X {
        engine.run(definition, block);
    }

    @Override
    public <T extends @Nullable Object, X extends Throwable> T call(Work<T, X> work) throws X {
        return engine.call(definition, work);
    }
}
