// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.bean;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.Guarded;
import io.xact.Xact;
import io.xact.Xacts;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Surroundings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The ways by which a method becomes a scope. */
@EveryProduct
public class BeanTest extends ScopeTest {

    BeanTest(Product product) {
        super(product);
    }

    @Xact(requiresNew = true)
    @Stereotype
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Service {}

    /** Intercepted by its stereotype. */
    @Service
    @ApplicationScoped
    static class ByStereotype {

        @Inject
        Xacts xacts;

        int depth() {
            return xacts.depth();
        }
    }

    /** Intercepted by its class. */
    @Xact
    @ApplicationScoped
    static class ByClass {

        @Inject
        Xacts xacts;

        int depth() {
            return xacts.depth();
        }

        @Xact(requiresNew = true)
        int replaced() {
            return xacts.depth();
        }
    }

    /** Intercepted by its superclass's annotation. */
    @ApplicationScoped
    static class Inherited extends ByClass {}

    /** Calls itself. */
    @ApplicationScoped
    static class SelfCaller {

        @Inject
        Xacts xacts;

        int outer() {
            return inner();
        }

        @Xact
        int inner() {
            return xacts.depth();
        }
    }

    /** Deployable only if everything in it can be passivated. */
    @SessionScoped
    @SuppressWarnings("serial") // what is injected is the container's proxy, which can be passivated
    static class Passivating implements Serializable {

        private static final long serialVersionUID = 1L;

        @Inject
        @Guarded(Surroundings.ORDERS)
        private transient DataSource orders;

        @Inject
        private Xacts xacts;

        @Xact
        boolean isOpen() {
            return xacts.isActive() && orders != null;
        }
    }

    /** Classes for the container. */
    public static final List<Class<?>> CLASSES =
            List.of(ByStereotype.class, ByClass.class, Inherited.class, SelfCaller.class, Passivating.class);

    @Test
    @DisplayName("Q11 a stereotype, a class and a superclass open scopes; a method's annotation replaces its class's")
    void waysToBeIntercepted() {
        ByStereotype byStereotype = surroundings().bean(ByStereotype.class);
        assertThat(byStereotype.depth()).isEqualTo(1);
        Inherited inherited = surroundings().bean(Inherited.class);
        assertThat(inherited.depth()).isEqualTo(1);
        int[] inside = {xacts.call(inherited::depth), xacts.call(inherited::replaced), xacts.call(byStereotype::depth)};
        assertThat(inside).as("nested, and twice in a transaction of its own").containsExactly(2, 1, 1);
    }

    @Test
    @DisplayName("the caveat: a call by this is not intercepted")
    void selfInvocation() {
        SelfCaller bean = surroundings().bean(SelfCaller.class);

        assertThat(bean.inner()).isEqualTo(1);
        assertThat(bean.outer()).isZero();
    }
}
