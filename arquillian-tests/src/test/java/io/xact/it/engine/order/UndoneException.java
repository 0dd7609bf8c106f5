// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.order;

/** Rolls a transaction back. */
final class UndoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
