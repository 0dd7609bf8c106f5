// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.programs;

import io.xact.Work;
import io.xact.Xact;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Beans that do nothing but open a scope. */
public final class ProgramScopes {

    private ProgramScopes() {}

    /** By the annotation on a method. */
    @ApplicationScoped
    public static class OnMethod {

        @Xact
        public @Nullable Object call(Work<Object, Throwable> work) throws Throwable {
            return work.call();
        }
    }

    /** By the annotation on the class. */
    @Xact
    @ApplicationScoped
    public static class OnClass {

        public @Nullable Object call(Work<Object, Throwable> work) throws Throwable {
            return work.call();
        }
    }
}
