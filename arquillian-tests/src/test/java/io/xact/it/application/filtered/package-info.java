// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Handlers below the filter that {@code web.xml} declares. */
@NullMarked
package io.xact.it.application.filtered;

import org.jspecify.annotations.NullMarked;
