// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests;

/**
 * How a request went.
 *
 * @param request the request
 * @param status the answer's; 0 if the client has left before
 * @param isComplete whether what was answered is what the handler has written
 */
record LoadAnswer(LoadRequest request, int status, boolean isComplete) {

    /** Whether the client has left, and nobody knows what it would have been answered. */
    boolean isGone() {
        return request.kind().isGone();
    }

    /** Whether others may have been in its way. */
    boolean isContended() {
        return request.kind() == LoadKind.CONTENDED;
    }

    /** Whether the client may rely on its work being kept. */
    boolean isPromise() {
        return status / 100 == 2 && request.kind() != LoadKind.ROLLED_BACK;
    }

    /** Whether the answer is one that the request may get. */
    boolean isExpected() {
        return isGone() || (request.kind().statuses().contains(status) && (status / 100 != 2 || isComplete));
    }
}
