// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Messages that follow the scopes, on real brokers. */
@NullMarked
package io.xact.jms;

import org.jspecify.annotations.NullMarked;
