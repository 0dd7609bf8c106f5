// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Fixtures: the server, the archives that are deployed on it, and a client of the application in them. */
@NullMarked
package io.xact.it.support;

import org.jspecify.annotations.NullMarked;
