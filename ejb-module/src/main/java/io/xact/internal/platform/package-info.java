// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Where the server's own things are found: the transaction manager, data sources by name. */
@NullMarked
package io.xact.internal.platform;

import org.jspecify.annotations.NullMarked;
