// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Transactions that write a row and send a message, and a consumer that looks for the row as soon as the message comes. */
@NullMarked
package io.xact.it.engine.order;

import org.jspecify.annotations.NullMarked;
