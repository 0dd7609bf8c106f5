// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Tests that look at settings. */
@NullMarked
package io.xact.internal.config;

import org.jspecify.annotations.NullMarked;
