// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import io.xact.Rollback;
import io.xact.XactDefinitionException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How a scope is to run, read once from an annotation or built by hand.
 *
 * @param name what the scope is called in messages: a method's name, or what its builder was told
 * @param origin where it is defined, for a message to the developer
 * @param using the JNDI names of the data sources whose work the scope can undo on its own; empty for all
 * @param savepoint whether a nested scope can be undone alone
 * @param durable whether it must be outermost
 * @param requiresNew whether it has a transaction of its own
 * @param dontRollbackOn exceptions that let it commit
 * @param timeout the JTA timeout of an outermost scope; zero for the server's default
 * @param retries how often an outermost scope is tried again
 * @param result the type that the result must have
 */
public record XactDefinition(
        String name,
        String origin,
        List<String> using,
        boolean savepoint,
        boolean durable,
        boolean requiresNew,
        List<Class<? extends Throwable>> dontRollbackOn,
        Duration timeout,
        int retries,
        Class<?> result) {

    /** Checks that the members don't contradict each other: throws the first problem, the others suppressed on it. */
    public XactDefinition {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(origin, "origin");
        using = List.copyOf(using);
        dontRollbackOn = List.copyOf(dontRollbackOn);
        throwFirst(Stream.of(
                        requiresNew && !savepoint ? EngineLog.LOG.requiresNewWithoutSavepoint(origin) : null,
                        durable && !savepoint ? EngineLog.LOG.durableWithoutSavepoint(origin) : null,
                        listsRollback(dontRollbackOn) ? EngineLog.LOG.rollbackCannotBeListed(origin) : null,
                        using.stream().anyMatch(String::isBlank) ? EngineLog.LOG.blankName(origin) : null,
                        isTimeout(timeout) ? null : EngineLog.LOG.invalidTimeout(origin, timeout),
                        retries < 0 ? EngineLog.LOG.invalidRetries(origin, retries) : null)
                .flatMap(Stream::ofNullable)
                .toList());
    }

    private static boolean listsRollback(List<Class<? extends Throwable>> exceptions) {
        return exceptions.stream().anyMatch(Rollback.class::isAssignableFrom);
    }

    private static boolean isTimeout(Duration timeout) {
        return !timeout.isNegative()
                && timeout.equals(timeout.truncatedTo(ChronoUnit.SECONDS))
                && timeout.toSeconds() <= Integer.MAX_VALUE;
    }

    /** The others are suppressed on it. */
    private static void throwFirst(List<XactDefinitionException> problems) {
        if (!problems.isEmpty()) {
            XactDefinitionException first = problems.get(0);
            problems.subList(1, problems.size()).forEach(first::addSuppressed);
            throw first;
        }
    }

    /**
     * A definition with {@code @Xact}'s defaults, to be changed.
     *
     * @param name what the scope is called in messages
     * @param origin where it is defined
     * @return a builder
     */
    public static Builder builder(String name, String origin) {
        return new Builder(name, origin);
    }

    XactDefinition renamed(String name, String origin) {
        return toBuilder(name, origin).build();
    }

    Builder toBuilder() {
        return toBuilder(name, origin);
    }

    private Builder toBuilder(String name, String origin) {
        return new Builder(name, origin)
                .using(using)
                .savepoint(savepoint)
                .durable(durable)
                .requiresNew(requiresNew)
                .dontRollbackOn(dontRollbackOn)
                .timeout(timeout)
                .retries(retries)
                .result(result);
    }

    Propagation propagation() {
        if (requiresNew) {
            return Propagation.REQUIRE_NEW;
        }
        if (durable) {
            return Propagation.DISALLOW_EXISTING;
        }
        return savepoint ? Propagation.NEST : Propagation.JOIN_EXISTING;
    }

    boolean commitsOn(Throwable failure) {
        return dontRollbackOn.stream().anyMatch(type -> type.isInstance(failure));
    }

    int timeoutSeconds() {
        return (int) timeout.toSeconds();
    }

    /** Builds a definition; each member as in {@link io.xact.Xact}. Not thread-safe. */
    public static final class Builder {

        private final String name;
        private final String origin;
        private List<String> using = List.of();
        private boolean savepoint = true;
        private boolean durable;
        private boolean requiresNew;
        private List<Class<? extends Throwable>> dontRollbackOn = List.of();
        private Duration timeout = Duration.ZERO;
        private int retries;
        private Class<?> result = Object.class;

        private Builder(String name, String origin) {
            this.name = name;
            this.origin = origin;
        }

        public Builder using(List<String> using) {
            this.using = using;
            return this;
        }

        public Builder savepoint(boolean savepoint) {
            this.savepoint = savepoint;
            return this;
        }

        public Builder durable(boolean durable) {
            this.durable = durable;
            return this;
        }

        public Builder requiresNew(boolean requiresNew) {
            this.requiresNew = requiresNew;
            return this;
        }

        public Builder dontRollbackOn(List<Class<? extends Throwable>> dontRollbackOn) {
            this.dontRollbackOn = dontRollbackOn;
            return this;
        }

        public Builder timeout(Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        public Builder retries(int retries) {
            this.retries = retries;
            return this;
        }

        public Builder result(Class<?> result) {
            this.result = result;
            return this;
        }

        /** The definition, checked. */
        public XactDefinition build() {
            return new XactDefinition(
                    name, origin, using, savepoint, durable, requiresNew, dontRollbackOn, timeout, retries, result);
        }
    }
}
