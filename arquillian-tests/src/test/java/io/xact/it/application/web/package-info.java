// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** The application's HTTP interface. */
@NullMarked
package io.xact.it.application.web;

import org.jspecify.annotations.NullMarked;
