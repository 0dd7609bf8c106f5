// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** Real servers on this machine, for the tests and the run command. Nothing here is part of the library. */
@NullMarked
package io.xact.servers;

import org.jspecify.annotations.NullMarked;
