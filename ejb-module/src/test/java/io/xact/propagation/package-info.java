// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** What a scope does about the transaction that it finds. */
@NullMarked
package io.xact.propagation;

import org.jspecify.annotations.NullMarked;
