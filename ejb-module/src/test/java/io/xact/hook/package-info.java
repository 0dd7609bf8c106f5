// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Hooks: when they run, with which scope they go, and what becomes of their failures. */
@NullMarked
package io.xact.hook;

import org.jspecify.annotations.NullMarked;
