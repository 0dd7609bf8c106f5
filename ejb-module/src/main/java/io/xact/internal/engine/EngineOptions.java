// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import io.xact.Block;
import io.xact.Work;
import io.xact.XactOptions;
import io.xact.XactScope;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A definition in the making, and the engine to run it. */
public final class EngineOptions extends XactOptions {

    private static final String LAMBDA = "a scope of Xacts";

    private final XactEngine engine;
    private final SourceNames sources;
    private final XactDefinition definition;

    private EngineOptions(XactEngine engine, SourceNames sources, XactDefinition definition) {
        this.engine = engine;
        this.sources = sources;
        this.definition = definition;
    }

    /**
     * The defaults.
     *
     * @param engine runs the scopes
     * @param sources tells the names that can be used
     * @return options with {@code @Xact}'s defaults
     */
    public static EngineOptions of(XactEngine engine, SourceNames sources) {
        return new EngineOptions(
                engine, sources, XactDefinition.builder("scope", LAMBDA).build());
    }

    private EngineOptions with(XactDefinition changed) {
        return new EngineOptions(engine, sources, changed);
    }

    @Override
    public XactOptions named(String name) {
        return with(definition.renamed(name, "the scope " + name));
    }

    @Override
    public XactOptions using(List<String> jndiNames) {
        XactDefinition changed = definition.toBuilder().using(jndiNames).build();
        sources.requireKnown(changed.origin(), changed.using());
        return with(changed);
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
    public XactOptions retries(int retries) {
        return with(definition.toBuilder().retries(retries).build());
    }

    @Override
    @SuppressWarnings("NullAway") // the result is not looked at
    public <X extends Throwable> void run(Block<X> block) throws X {
        this.<@Nullable Void, X>call(() -> {
            block.run();
            return null;
        });
    }

    @Override
    public <T extends @Nullable Object, X extends Throwable> T call(Work<T, X> work) throws X {
        return engine.retry(definition, () -> engine.call(definition, work));
    }

    @Override
    public XactScope begin() {
        return engine.begin(definition);
    }
}
