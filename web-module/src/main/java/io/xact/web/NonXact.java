// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps a request's handler out of the transaction that {@link XactFilter} has begun for the request: that is suspended while the handler
 * runs, and resumed afterwards. It is not rolled back, for a filter between the two may have worked in it; at the end it commits or is
 * rolled back as for any other request.
 *
 * <p>On a servlet's class, or on its {@code doPost} and the like; on a JAX-RS resource class or resource method, where it is found on
 * superclasses and interfaces and through CDI's proxies as well. On a resource class that has sub-resource locators it counts for what
 * they locate; on a locator's method it is refused at deployment. A method's annotation replaces its class's.
 *
 * <p>The handler has no transaction: scopes in it begin their own, and what it does through a connection is committed at once. A
 * transaction that it leaves open is rolled back, and the request fails with an {@link io.xact.XactStateException}. It may start
 * asynchronous work whatever the filter's {@code async} says. Without the filter, or where that doesn't wrap the request, it has no effect.
 *
 * <p>With names of data sources, the handler stays in the transaction, and only the guarded connections of these data sources, opened in
 * the handler, are outside: each call on them is made while the transaction is suspended. A scope with {@code requiresNew} has
 * them again.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface NonXact {

    /**
     * Which data sources stay outside.
     *
     * @return their JNDI names; empty if the whole handler does. A name that is not there is refused at deployment where it is seen
     *     then, and at the first request otherwise
     */
    String[] value() default {};
}
