// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Tests that look at what is told of databases. */
@NullMarked
package io.xact.internal.sql;

import org.jspecify.annotations.NullMarked;
