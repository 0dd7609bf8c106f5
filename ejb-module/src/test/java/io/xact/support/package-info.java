// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Fixtures: real databases behind real pools in a real JTA, with everything that goes over the wire recorded. */
@NullMarked
package io.xact.support;

import org.jspecify.annotations.NullMarked;
