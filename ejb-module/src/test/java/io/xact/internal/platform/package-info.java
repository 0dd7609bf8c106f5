// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** How the server's things are found. */
@NullMarked
package io.xact.internal.platform;

import org.jspecify.annotations.NullMarked;
