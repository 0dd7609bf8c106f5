// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Traps of the platform: each a small program with one expectation, played by hand and with xact. */
@NullMarked
package io.xact.it.engine.traps;

import org.jspecify.annotations.NullMarked;
