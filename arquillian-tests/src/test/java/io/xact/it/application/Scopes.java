// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application;

/** Runs a step in a scope. */
public interface Scopes {

    void run(Step step) throws Exception;
}
