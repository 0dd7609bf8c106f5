// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.traps;

import io.xact.it.engine.application.Step;

/** What stands around a piece of work: a transaction, or something that makes it a part of one. */
@FunctionalInterface
public interface Around {

    void run(Step work) throws Throwable;
}
