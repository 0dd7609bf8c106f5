// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** A resource that is refused at deployment. */
@NullMarked
package io.xact.it.packaging.refused;

import org.jspecify.annotations.NullMarked;
