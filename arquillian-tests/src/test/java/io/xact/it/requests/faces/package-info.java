// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** A page with a form, below the filter. */
@NullMarked
package io.xact.it.requests.faces;

import org.jspecify.annotations.NullMarked;
