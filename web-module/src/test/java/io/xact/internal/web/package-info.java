// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** What the filter is made of, piece by piece, in the JVM. */
@NullMarked
package io.xact.internal.web;

import org.jspecify.annotations.NullMarked;
