// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** The rows of both databases, by JPA. */
@NullMarked
package io.xact.it.engine.entities;

import org.jspecify.annotations.NullMarked;
