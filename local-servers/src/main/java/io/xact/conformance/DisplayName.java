// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a test is called: ids of behaviours, if it has any, and a statement. */
final class DisplayName {

    private static final Predicate<String> ID =
            Pattern.compile("[A-Z][1-9]\\d?").asMatchPredicate();

    private DisplayName() {}

    static boolean isId(String word) {
        return ID.test(word);
    }

    /** The ids in front of the statement; none if there is no statement: {@code H2} alone is the database. */
    static List<String> ids(String name) {
        List<String> words = Arrays.asList(name.strip().split("\\s+", -1));
        List<String> ids = words.stream().takeWhile(ID).toList();
        return ids.size() < words.size() ? ids : List.of();
    }
}
