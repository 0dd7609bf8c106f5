// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Commit-markable data sources on PostgreSQL: committed in one phase, before the message broker, and marked. */
@NullMarked
package io.xact.it.engine.markable;

import org.jspecify.annotations.NullMarked;
