// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Requests in scopes: what a client sees of them, and what is in the databases afterwards. */
@NullMarked
package io.xact.it.requests;

import org.jspecify.annotations.NullMarked;
