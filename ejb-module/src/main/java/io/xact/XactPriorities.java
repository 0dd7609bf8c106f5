// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact;

import jakarta.interceptor.Interceptor;

/**
 * The places of xact's interceptors among others, for whoever orders his own around them. Smaller stands further out.
 */
public final class XactPriorities {

    /**
     * Of {@link Xact}: inside {@code jakarta.transaction.Transactional}, which the specification puts at
     * {@code PLATFORM_BEFORE + 200}, so that its transaction is the one we nest in.
     */
    public static final int XACT = Interceptor.Priority.PLATFORM_BEFORE + 210;

    /**
     * Of {@link Xact#retries}: outside {@code Transactional} and {@link #XACT}, so that each attempt has a transaction of its
     * own.
     */
    public static final int RETRY = Interceptor.Priority.PLATFORM_BEFORE + 190;

    private XactPriorities() {}
}
