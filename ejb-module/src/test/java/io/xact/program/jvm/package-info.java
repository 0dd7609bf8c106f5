// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Random programs in the JVM: on each product, with everything that goes over the wire recorded. */
@NullMarked
package io.xact.program.jvm;

import org.jspecify.annotations.NullMarked;
