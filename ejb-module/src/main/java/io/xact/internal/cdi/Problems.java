// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.cdi;

import java.util.Collection;
import java.util.stream.Collectors;

/** What is wrong with a deployment, in one message. */
public final class Problems {

    private Problems() {}

    /**
     * As a list.
     *
     * @param problems a sentence each
     * @return a line for each
     */
    public static String listed(Collection<String> problems) {
        return problems.stream()
                .map(problem -> System.lineSeparator() + "- " + problem)
                .collect(Collectors.joining());
    }
}
