// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** The application's EJBs. */
@NullMarked
package io.xact.it.application.ejb;

import org.jspecify.annotations.NullMarked;
