// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Many scopes in one transaction. */
@NullMarked
package io.xact.scale;

import org.jspecify.annotations.NullMarked;
