// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** What the build has to keep. */
@NullMarked
package io.xact.build;

import org.jspecify.annotations.NullMarked;
