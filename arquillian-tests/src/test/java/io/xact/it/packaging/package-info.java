// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Every way of deploying the library with an application, and what the server makes of it. */
@NullMarked
package io.xact.it.packaging;

import org.jspecify.annotations.NullMarked;
