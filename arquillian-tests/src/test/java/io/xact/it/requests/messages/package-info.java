// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Message-driven beans that take steps. */
@NullMarked
package io.xact.it.requests.messages;

import org.jspecify.annotations.NullMarked;
