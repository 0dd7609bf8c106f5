// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What {@link io.xact.web.XactFilter} is made of: a request's scope, the answer that is held until its end, and the ways out of the
 * transaction. It asks the engine, and knows the servlet interface and JAX-RS; nothing knows it but the filter.
 */
@NullMarked
package io.xact.internal.web;

import org.jspecify.annotations.NullMarked;
