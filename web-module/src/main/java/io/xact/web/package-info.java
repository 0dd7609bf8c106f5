// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** What of xact needs the servlet interface; a library that user WARs see. */
@NullMarked
package io.xact.web;

import org.jspecify.annotations.NullMarked;
