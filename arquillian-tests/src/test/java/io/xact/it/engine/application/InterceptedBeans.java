// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.application;

import io.xact.Xact;
import io.xact.Xacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Inject;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Beans that have the annotation by other ways than their own; each tells how deep it is. */
public final class InterceptedBeans {

    private InterceptedBeans() {}

    /** Has the annotation. */
    @Xact
    @Stereotype
    @ApplicationScoped
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    public @interface Business {}

    /** By a stereotype. */
    @Business
    public static class Stereotyped {

        @Inject
        private Xacts xacts;

        public int depth() {
            return xacts.depth();
        }
    }

    /** On a class. */
    @Xact
    public static class Parent {

        @Inject
        private Xacts xacts;

        public int depth() {
            return xacts.depth();
        }
    }

    /** By its superclass; one of its methods has its own. */
    @ApplicationScoped
    public static class Child extends Parent {

        @Inject
        private Xacts xacts;

        @Xact(requiresNew = true)
        public int depthOfItsOwn() {
            return xacts.depth();
        }
    }
}
