// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.support;

import io.xact.Block;
import io.xact.Work;
import io.xact.Xact;
import io.xact.XactOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Beans that do nothing but open a scope, each in another way. */
public final class TestBeans {

    static final Class<?>[] CLASSES = {
        Items.class, OnMethod.class, OnClass.class, MergedOnMethod.class, MergedOnClass.class
    };

    private TestBeans() {}

    /** Opens scopes. */
    public interface Scopes {

        <X extends Throwable> void run(Block<X> block) throws X;

        <T extends @Nullable Object, X extends Throwable> T call(Work<T, X> work) throws X;
    }

    /** The annotation on each method. */
    @ApplicationScoped
    public static class OnMethod implements Scopes {

        @Xact
        @Override
        public <X extends Throwable> void run(Block<X> block) throws X {
            block.run();
        }

        @Xact
        @Override
        public <T extends @Nullable Object, X extends Throwable> T call(Work<T, X> work) throws X {
            return work.call();
        }

        @Xact
        public int number(Work<Integer, RuntimeException> work) {
            return work.call();
        }

        @Xact
        public boolean truth(Work<Boolean, RuntimeException> work) {
            return work.call();
        }

        @Xact
        public Optional<String> optional(Work<Optional<String>, RuntimeException> work) {
            return work.call();
        }

        @Xact
        public @Nullable String text(Work<@Nullable String, RuntimeException> work) {
            return work.call();
        }
    }

    /** The annotation on the class. */
    @Xact
    @ApplicationScoped
    public static class OnClass implements Scopes {

        @Override
        public <X extends Throwable> void run(Block<X> block) throws X {
            block.run();
        }

        @Override
        public <T extends @Nullable Object, X extends Throwable> T call(Work<T, X> work) throws X {
            return work.call();
        }
    }

    /** Merged, by the annotation on each method. */
    @ApplicationScoped
    public static class MergedOnMethod implements Scopes {

        @Xact(savepoint = false)
        @Override
        public <X extends Throwable> void run(Block<X> block) throws X {
            block.run();
        }

        @Xact(savepoint = false)
        @Override
        public <T extends @Nullable Object, X extends Throwable> T call(Work<T, X> work) throws X {
            return work.call();
        }
    }

    /** Merged, by the annotation on the class. */
    @Xact(savepoint = false)
    @ApplicationScoped
    public static class MergedOnClass implements Scopes {

        @Override
        public <X extends Throwable> void run(Block<X> block) throws X {
            block.run();
        }

        @Override
        public <T extends @Nullable Object, X extends Throwable> T call(Work<T, X> work) throws X {
            return work.call();
        }
    }

    /** No bean: one set of options, used for every call. */
    public record ByOptions(XactOptions options) implements Scopes {

        @Override
        public <X extends Throwable> void run(Block<X> block) throws X {
            options.run(block);
        }

        @Override
        public <T extends @Nullable Object, X extends Throwable> T call(Work<T, X> work) throws X {
            return options.call(work);
        }
    }
}
