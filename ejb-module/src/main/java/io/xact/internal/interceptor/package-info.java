// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Thin interceptors: they read their definition and call the engine. */
@NullMarked
package io.xact.internal.interceptor;

import org.jspecify.annotations.NullMarked;
