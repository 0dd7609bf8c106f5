// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Tests of the house rules: each rule, and a planted violation that turns it red. */
@NullMarked
package io.xact.build;

import org.jspecify.annotations.NullMarked;
