// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Scopes that are opened and ended by hand. */
@NullMarked
package io.xact.hand;

import org.jspecify.annotations.NullMarked;
