// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Savepoints by hand. */
@NullMarked
package io.xact.savepoint;

import org.jspecify.annotations.NullMarked;
