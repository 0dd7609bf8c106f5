// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Two copies of the library's classes, as two deployments bring them, in one transaction. */
@NullMarked
package io.xact.copies;

import org.jspecify.annotations.NullMarked;
