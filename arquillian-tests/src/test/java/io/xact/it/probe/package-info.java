// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/**
 * A jar that stands for one of the library's: each class of it is something that a server finds by itself, or doesn't. What
 * took effect leaves a header on the response.
 */
@NullMarked
package io.xact.it.probe;

import org.jspecify.annotations.NullMarked;
