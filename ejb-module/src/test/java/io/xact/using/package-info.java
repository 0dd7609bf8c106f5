// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Scopes that use some data sources and not others. */
@NullMarked
package io.xact.using;

import org.jspecify.annotations.NullMarked;
