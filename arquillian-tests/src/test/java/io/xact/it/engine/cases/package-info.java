// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What is to be shown on the server: each public method with a display name is a test, and runs there. One that takes a
 * {@link io.xact.it.engine.application.Table} is run on each database.
 */
@NullMarked
package io.xact.it.engine.cases;

import org.jspecify.annotations.NullMarked;
