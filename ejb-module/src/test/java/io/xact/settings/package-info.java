// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** What changes with settings: each in a container of its own. */
@NullMarked
package io.xact.settings;

import org.jspecify.annotations.NullMarked;
