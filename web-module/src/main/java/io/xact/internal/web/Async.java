// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

/** What becomes of asynchronous handling in a wrapped request. */
public enum Async {
    /** Starting it is refused. */
    REFUSE,
    /** The scope ends when the request's thread returns; what comes later is outside. */
    COMMIT_ON_RETURN
}
