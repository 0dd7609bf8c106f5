// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The public interface of xact: {@link io.xact.Xact} on a method of a CDI bean, {@link io.xact.Xacts} for the same
 * without annotations, {@link io.xact.Guarded} data sources, and the exceptions below {@link io.xact.XactException}.
 *
 * <p>No type here exposes a type of {@code io.xact.internal}.
 */
@NullMarked
package io.xact;

import org.jspecify.annotations.NullMarked;
