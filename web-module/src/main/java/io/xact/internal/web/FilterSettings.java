// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How a filter wraps requests.
 *
 * @param methods the HTTP methods that are wrapped
 * @param exclude paths that are left alone
 * @param using the data sources whose work the scope can undo on its own; empty for all
 * @param rollbackOnStatus status codes of answers whose work is rolled back
 * @param timeout the JTA timeout; zero for the server's default
 * @param maxBufferedBytes how much of an answer is held in memory; the rest is in a file
 * @param maxResponseBytes how long an answer may be
 * @param async what becomes of asynchronous handling
 */
public record FilterSettings(
        Set<String> methods,
        PathPatterns exclude,
        List<String> using,
        StatusRanges rollbackOnStatus,
        Duration timeout,
        int maxBufferedBytes,
        long maxResponseBytes,
        Async async) {

    /** Copies the collections. */
    public FilterSettings {
        methods = Set.copyOf(methods);
        using = List.copyOf(using);
    }
}
