// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Messages and tasks that wait for the commit, on the server. */
@NullMarked
package io.xact.it.engine.messages;

import org.jspecify.annotations.NullMarked;
