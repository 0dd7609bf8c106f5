// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Servers and databases that end in the middle of a commit. */
@NullMarked
package io.xact.it.crash;

import org.jspecify.annotations.NullMarked;
