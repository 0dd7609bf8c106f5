// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Objects;

/**
 * Qualifies a {@link javax.sql.DataSource} whose connections follow the scopes: {@code @Inject
 * @Guarded("java:jboss/datasources/OrdersDS") DataSource orders}.
 *
 * <p>Savepoints are set lazily, before a scope's first statement; a scope that doesn't touch the database costs it
 * nothing. Inside a scope, statements are refused once the scope is doomed, and {@code commit}, {@code rollback},
 * {@code setAutoCommit} and {@code setSavepoint} by hand are refused always. Outside any transaction the connections
 * behave like those of the data source itself.
 *
 * <p>The name is looked up at the first connection, in the naming context of the caller: by JNDI, or else as a CDI bean
 * {@code @Named} so. A name that isn't found is an {@link XactDefinitionException} there.
 */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE})
public @interface Guarded {

    /**
     * The data source.
     *
     * @return its JNDI name; empty for the default data source ({@code xact.datasource})
     */
    @Nonbinding
    String value() default "";

    /** For programmatic look-up: {@code instance.select(Guarded.Literal.of("java:jboss/datasources/OrdersDS"))}. */
    final class Literal extends AnnotationLiteral<Guarded> implements Guarded {

        private static final long serialVersionUID = 1L;

        /** The default data source. */
        public static final Literal DEFAULT = new Literal("");

        /** The JNDI name. */
        private final String value;

        private Literal(String value) {
            this.value = Objects.requireNonNull(value, "value");
        }

        /**
         * A data source by name.
         *
         * @param value its JNDI name; empty for the default data source
         * @return the qualifier
         */
        public static Literal of(String value) {
            return new Literal(value);
        }

        @Override
        public String value() {
            return value;
        }
    }
}
