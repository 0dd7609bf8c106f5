// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Handlers that can't be deployed, each in an application of its own. */
@NullMarked
package io.xact.it.requests.refused;

import org.jspecify.annotations.NullMarked;
