// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** What guarded connections let pass, refuse and add. */
@NullMarked
package io.xact.guard;

import org.jspecify.annotations.NullMarked;
