// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** What a scope keeps and what it undoes: the conformance list's groups of blocks, flags, hooks and roll backs. */
@NullMarked
package io.xact.scope;

import org.jspecify.annotations.NullMarked;
