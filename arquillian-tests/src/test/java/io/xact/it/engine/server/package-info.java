// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** The server of the engine's tests, and the databases behind it. This part stays outside the server. */
@NullMarked
package io.xact.it.engine.server;

import org.jspecify.annotations.NullMarked;
