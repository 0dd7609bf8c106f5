// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** An application with the filter: its handlers do what their request's steps say. */
@NullMarked
package io.xact.it.requests.application;

import org.jspecify.annotations.NullMarked;
