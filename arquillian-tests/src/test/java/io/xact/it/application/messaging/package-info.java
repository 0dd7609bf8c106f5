// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Messages that wait for the commit: for servers with messaging. */
@NullMarked
package io.xact.it.application.messaging;

import org.jspecify.annotations.NullMarked;
