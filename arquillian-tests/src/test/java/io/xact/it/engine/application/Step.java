// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.application;

/** A piece of work. */
@FunctionalInterface
public interface Step {

    void run() throws Throwable;
}
