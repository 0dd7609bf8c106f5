// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** An application with two databases, as users write it: it uses the library's public types only. */
@NullMarked
package io.xact.it.engine.application;

import org.jspecify.annotations.NullMarked;
