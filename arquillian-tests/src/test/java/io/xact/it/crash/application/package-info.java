// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** The application that is crashed: a row and a message for each order. */
@NullMarked
package io.xact.it.crash.application;

import org.jspecify.annotations.NullMarked;
