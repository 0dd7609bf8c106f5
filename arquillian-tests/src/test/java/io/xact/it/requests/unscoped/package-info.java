// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** A handler that knows nothing of xact. */
@NullMarked
package io.xact.it.requests.unscoped;

import org.jspecify.annotations.NullMarked;
