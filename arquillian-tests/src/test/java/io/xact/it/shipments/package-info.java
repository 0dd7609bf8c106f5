// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** The example on a server that our own scripts have set up, on H2 and on PostgreSQL. */
@NullMarked
package io.xact.it.shipments;

import org.jspecify.annotations.NullMarked;
