// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Random programs of scopes, played against the library and against a simple model of what it promises. */
@NullMarked
package io.xact.program;

import org.jspecify.annotations.NullMarked;
