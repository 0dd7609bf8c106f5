// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** The same JDBC program through a guarded connection and through a bare one, compared in all that can be seen. */
@NullMarked
package io.xact.guard.jdbc;

import org.jspecify.annotations.NullMarked;
