// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.surroundings;

import io.xact.it.engine.application.Database;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A method that is a shape: a small program with a {@link Stage} to play on. Whatever it throws is a failure of the test. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Shape {

    /** The ids of the behaviours, and what holds in the words of a test. */
    String value();

    /** The rows that are left of it, in the transaction and after its owner's commit. */
    String[] leaves() default {};

    /** In which transactions it means something. */
    Ownership[] in() default {Ownership.OUR_SCOPE, Ownership.FOREIGN};

    /** Where it doesn't hold, though the ownership is right. */
    Surrounding[] notIn() default {};

    /** In which it costs the owner's transaction too. That has to be the contract, so it is said {@link #because why}. */
    Ownership[] dooms() default {};

    /** What the contract says. */
    String because() default "";

    /** Whether the owner's scope, where it is doomed, says so; not where the code wished it. */
    boolean loud() default true;

    /** By which kinds of work. */
    Work[] by() default {Work.GUARDED, Work.UNGUARDED, Work.JDBC, Work.JPA, Work.MIXED};

    /** On which databases. */
    Database[] on() default {Database.POSTGRESQL, Database.H2};

    /** How its owner can end. */
    Ending[] ends() default {Ending.COMMIT, Ending.ROLL_BACK};
}
