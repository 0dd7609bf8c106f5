// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** An application whose servlets and resources open scopes by hand, and forget some. */
@NullMarked
package io.xact.it.engine.scopes;

import org.jspecify.annotations.NullMarked;
