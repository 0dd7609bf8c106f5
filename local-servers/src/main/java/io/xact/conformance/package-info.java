// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The page that tells which behaviours are built, where each is tested, and that it passed: a listener notes it in each test
 * JVM, the end of the build writes or checks the page. Nothing here is part of the library.
 */
@NullMarked
package io.xact.conformance;

import org.jspecify.annotations.NullMarked;
