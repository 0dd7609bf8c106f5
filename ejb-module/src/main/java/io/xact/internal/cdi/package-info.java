// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** The portable extension: registers interceptors and beans, and reads the annotations. */
@NullMarked
package io.xact.internal.cdi;

import org.jspecify.annotations.NullMarked;
