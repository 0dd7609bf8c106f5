// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** The engine on WildFly, on PostgreSQL and H2: what it is to do, what it refuses at deployment, and what it reads. */
@NullMarked
package io.xact.it.engine;

import org.jspecify.annotations.NullMarked;
