// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** The application whose transactions are timed. */
@NullMarked
package io.xact.it.figures.application;

import org.jspecify.annotations.NullMarked;
