// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Requests in transactions: what users name in {@code web.xml} and put on their handlers. */
@NullMarked
package io.xact.web;

import org.jspecify.annotations.NullMarked;
