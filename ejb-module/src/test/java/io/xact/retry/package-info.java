// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Outermost scopes that are tried again. */
@NullMarked
package io.xact.retry;

import org.jspecify.annotations.NullMarked;
