// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Hibernate's sessions beside scopes: what they hold is undone with them. */
@NullMarked
package io.xact.jpa;

import org.jspecify.annotations.NullMarked;
