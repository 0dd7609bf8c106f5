// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Random programs on the server: on PostgreSQL and H2 in one transaction. */
@NullMarked
package io.xact.it.engine.programs;

import org.jspecify.annotations.NullMarked;
