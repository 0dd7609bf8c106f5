// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application;

/** A piece of a scenario. */
@FunctionalInterface
public interface Step {

    void run() throws Exception;
}
