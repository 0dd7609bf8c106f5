// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Guarded data sources: connections that set savepoints before a scope's first statement, as a listener of the engine. */
@NullMarked
package io.xact.internal.savepoint;

import org.jspecify.annotations.NullMarked;
