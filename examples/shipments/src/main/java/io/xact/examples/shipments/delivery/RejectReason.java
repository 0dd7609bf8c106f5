// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.delivery;

/** Why a subscriber can't be told. */
public enum RejectReason {
    /** The address is not an absolute URL with a host. */
    BAD_URL,
    /** It is neither {@code http} nor {@code https}. */
    SCHEME_NOT_ALLOWED,
    /** It holds a user name, which would make its host hard to read. */
    USER_INFO_NOT_ALLOWED,
    /** Webhooks don't go to its host and port. */
    HOST_NOT_ALLOWED,
    /** The caller asked for a failure. */
    INJECTED_FAILURE
}
