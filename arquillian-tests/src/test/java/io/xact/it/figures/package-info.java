// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Figures from a whole server, run by name; no part of the build. */
@NullMarked
package io.xact.it.figures;

import org.jspecify.annotations.NullMarked;
