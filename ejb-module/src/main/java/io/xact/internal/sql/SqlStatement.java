// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.sql;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One statement of a text.
 *
 * @param words the first ones, in capitals; never empty
 * @param hasQuotedBody whether a quote follows an AS
 */
record SqlStatement(List<String> words, boolean hasQuotedBody) {

    /** How statements begin that control the transaction. */
    private static final Set<String> CONTROL = Set.of(
            "COMMIT",
            "ROLLBACK",
            "SAVEPOINT",
            "RELEASE",
            "ABORT",
            "BEGIN WORK",
            "BEGIN TRANSACTION",
            "BEGIN TRAN",
            "BEGIN ISOLATION",
            "BEGIN READ",
            "BEGIN DEFERRABLE",
            "BEGIN NOT DEFERRABLE",
            "START TRANSACTION",
            "END WORK",
            "END TRANSACTION",
            "END AND",
            "PREPARE TRANSACTION",
            "PREPARE COMMIT",
            "SAVE TRANSACTION",
            "SAVE TRAN",
            "SET AUTOCOMMIT",
            "SET SESSION AUTOCOMMIT",
            "SET LOCAL AUTOCOMMIT",
            "XA START",
            "XA BEGIN",
            "XA END",
            "XA PREPARE",
            "XA COMMIT",
            "XA ROLLBACK");

    private static final String BEGIN = "BEGIN";
    private static final String END = "END";

    /** What can be created with a body; the first such word tells, others are names. */
    private static final Set<String> ROUTINES = Set.of("FUNCTION", "PROCEDURE", "TRIGGER", "PACKAGE", "EVENT");

    private static final Set<String> OTHERS = Set.of("TABLE", "INDEX", "VIEW", "SEQUENCE", "TYPE", "DOMAIN", "SCHEMA");

    String first() {
        return words.get(0);
    }

    /** Whether it begins, ends or divides a transaction; in a block of statements END only ends the block. */
    boolean controlsTransaction(boolean inBlock) {
        return words.equals(List.of(BEGIN))
                || (words.equals(List.of(END)) && !inBlock)
                || beginsAsControl(words)
                || (beginsBlock() && beginsAsControl(words.subList(1, words.size())));
    }

    private static boolean beginsAsControl(List<String> words) {
        return IntStream.rangeClosed(1, Math.min(3, words.size()))
                .mapToObj(count -> String.join(" ", words.subList(0, count)))
                .anyMatch(CONTROL::contains);
    }

    /** Whether it begins a block of statements, and is the first of them. */
    boolean beginsBlock() {
        return words.size() > 1 && first().equals(BEGIN);
    }

    /** Whether the statements behind it may be the body of a routine. */
    boolean opensRoutine() {
        return !hasQuotedBody
                && first().equals("CREATE")
                && words.stream()
                        .filter(word -> ROUTINES.contains(word) || OTHERS.contains(word))
                        .findFirst()
                        .filter(ROUTINES::contains)
                        .isPresent();
    }
}
