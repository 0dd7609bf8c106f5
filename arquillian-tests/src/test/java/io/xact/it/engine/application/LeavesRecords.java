// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.application;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A case after which Narayana keeps records of outcomes that it can't tell, until somebody deletes them: one for each commit or
 * prepare that PostgreSQL refuses with a serialization failure, because its driver reports that as if the database were gone.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface LeavesRecords {

    int value();
}
