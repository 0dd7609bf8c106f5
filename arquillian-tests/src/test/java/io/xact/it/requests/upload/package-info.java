// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** A handler that is sent more than fits into memory. */
@NullMarked
package io.xact.it.requests.upload;

import org.jspecify.annotations.NullMarked;
