// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Several data sources in one transaction. */
@NullMarked
package io.xact.several;

import org.jspecify.annotations.NullMarked;
