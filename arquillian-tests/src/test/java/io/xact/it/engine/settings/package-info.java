// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** An application that tells what has become of its settings. */
@NullMarked
package io.xact.it.engine.settings;

import org.jspecify.annotations.NullMarked;
