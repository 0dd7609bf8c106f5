// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** What differs between databases, told by product name and SQLState, in one table. */
@NullMarked
package io.xact.internal.sql;

import org.jspecify.annotations.NullMarked;
