// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application;

/** The ways in which a user opens a scope. */
public enum Form {
    /** {@code @Xact} on a method of a CDI bean. */
    METHOD,
    /** {@code @Xact} on the class of a CDI bean. */
    CLASS,
    /** A lambda given to {@code Xacts}. */
    LAMBDA,
    /** {@code @Xact} on a method of an EJB, in the transaction that the EJB container has begun. */
    EJB
}
