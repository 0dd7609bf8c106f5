// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** The engine's failure paths, over a transaction service that fails where it is told to. */
@NullMarked
package io.xact.internal.engine;

import org.jspecify.annotations.NullMarked;
