// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Another application with a copy of the library of its own: the owner of a transaction that comes over to the first. */
@NullMarked
package io.xact.it.engine.neighbour;

import org.jspecify.annotations.NullMarked;
