// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** What stays outside the thread's transaction. */
@NullMarked
package io.xact.outside;

import org.jspecify.annotations.NullMarked;
