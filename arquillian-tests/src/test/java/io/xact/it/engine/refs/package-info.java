// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** An application that names its data source by a reference of its own. */
@NullMarked
package io.xact.it.engine.refs;

import org.jspecify.annotations.NullMarked;
