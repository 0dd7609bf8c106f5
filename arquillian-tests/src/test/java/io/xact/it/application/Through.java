// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Tells the {@link ItemStore}s apart. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface Through {

    /** What a store works through. */
    enum Access {
        /** The guarded data source. */
        JDBC,
        /** An {@code EntityManager}, which writes when it sees fit; only in an application that has a persistence unit. */
        JPA,
        /** The same, but flushed each time. */
        FLUSHED_JPA,
        /** The guarded data source in the outermost scope, and an {@code EntityManager} further inside. */
        JPA_INSIDE_JDBC
    }

    Access value();

    /** For programmatic look-up. */
    final class Literal extends AnnotationLiteral<Through> implements Through {

        private static final long serialVersionUID = 1L;

        private final Access access;

        private Literal(Access access) {
            this.access = access;
        }

        public static Through of(Access access) {
            return new Literal(access);
        }

        @Override
        public Access value() {
            return access;
        }
    }
}
