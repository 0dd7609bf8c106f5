// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** An application that knows its data sources by {@code @Guarded} only: the server doesn't wait for them with it. */
@NullMarked
package io.xact.it.engine.boot;

import org.jspecify.annotations.NullMarked;
