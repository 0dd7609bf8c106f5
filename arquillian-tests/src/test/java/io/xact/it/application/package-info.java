// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** An application as users write it, packaged and deployed by the tests; what it does over HTTP is what they look at. */
@NullMarked
package io.xact.it.application;

import org.jspecify.annotations.NullMarked;
