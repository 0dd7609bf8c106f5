// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Tests of what is found out at deployment. */
@NullMarked
package io.xact.deployment;

import org.jspecify.annotations.NullMarked;
