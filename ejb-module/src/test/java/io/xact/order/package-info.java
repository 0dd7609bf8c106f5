// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** The places of our interceptors among others. */
@NullMarked
package io.xact.order;

import org.jspecify.annotations.NullMarked;
