// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Tells the {@link Scopes} apart. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface By {

    Form value();

    /** For programmatic look-up. */
    final class Literal extends AnnotationLiteral<By> implements By {

        private static final long serialVersionUID = 1L;

        private final Form form;

        private Literal(Form form) {
            this.form = form;
        }

        public static By of(Form form) {
            return new Literal(form);
        }

        @Override
        public Form value() {
            return form;
        }
    }
}
