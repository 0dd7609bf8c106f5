// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** How annotations, stereotypes and injection lead to scopes. */
@NullMarked
package io.xact.bean;

import org.jspecify.annotations.NullMarked;
