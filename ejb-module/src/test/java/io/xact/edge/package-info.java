// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** What fails while a scope is left: savepoints, commits, roll backs, connections. */
@NullMarked
package io.xact.edge;

import org.jspecify.annotations.NullMarked;
