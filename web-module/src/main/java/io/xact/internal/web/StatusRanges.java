// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Status codes.
 *
 * @param ranges those that belong to it
 */
public record StatusRanges(List<Range> ranges) {

    private static final Pattern RANGE = Pattern.compile("([1-9]\\d\\d)(?:-([1-9]\\d\\d))?");

    /**
     * Codes in a row.
     *
     * @param first the lowest
     * @param last the highest
     */
    public record Range(int first, int last) {

        /** Checks that there is one. */
        public Range {
            if (first > last) {
                throw new IllegalArgumentException(first + " is above " + last);
            }
        }
    }

    /** Copies the list. */
    public StatusRanges {
        ranges = List.copyOf(ranges);
    }

    /**
     * Reads codes and ranges with commas or blanks between them: {@code 400-499, 503}.
     *
     * @param text the text; empty for no code at all
     * @return the codes
     * @throws IllegalArgumentException if it can't be read
     */
    public static StatusRanges parse(String text) {
        return new StatusRanges(Words.of(text).map(StatusRanges::range).toList());
    }

    private static Range range(String text) {
        Matcher matcher = RANGE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text + " is neither a code nor a range");
        }
        String last = matcher.group(2) == null ? matcher.group(1) : matcher.group(2);
        return new Range(Integer.parseInt(matcher.group(1)), Integer.parseInt(last));
    }

    /**
     * Whether a code is one of them.
     *
     * @param status the code
     * @return {@code true} if it is in one of the ranges
     */
    public boolean contains(int status) {
        return ranges.stream().anyMatch(range -> range.first() <= status && status <= range.last());
    }
}
