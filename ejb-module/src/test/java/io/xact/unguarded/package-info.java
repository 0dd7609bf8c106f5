// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Connections that are not seen: undone exactly, or the whole transaction goes; and nothing is committed by mistake. */
@NullMarked
package io.xact.unguarded;

import org.jspecify.annotations.NullMarked;
