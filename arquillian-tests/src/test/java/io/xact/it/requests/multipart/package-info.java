// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Handlers that are sent files. */
@NullMarked
package io.xact.it.requests.multipart;

import org.jspecify.annotations.NullMarked;
