// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** What a deployment is refused for. */
@NullMarked
package io.xact.it.engine.refused;

import org.jspecify.annotations.NullMarked;
