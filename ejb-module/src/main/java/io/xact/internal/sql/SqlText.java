// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What can be told of a SQL text without a parser: how its statements begin. Knows comments, quotes (also PostgreSQL's with
 * backslashes and dollars) and semicolons.
 */
public final class SqlText {

    private static final Set<String> CONTROL = Set.of("COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "ABORT");
    private static final Set<String> CONTROL_PAIRS = Set.of(
            "BEGIN",
            "BEGIN WORK",
            "BEGIN TRANSACTION",
            "BEGIN TRAN",
            "BEGIN ISOLATION",
            "BEGIN READ",
            "START TRANSACTION",
            "END",
            "END WORK",
            "END TRANSACTION",
            "END AND",
            "PREPARE TRANSACTION",
            "PREPARE COMMIT",
            "SAVE TRANSACTION",
            "SAVE TRAN",
            "SET AUTOCOMMIT",
            "XA START",
            "XA BEGIN",
            "XA END",
            "XA PREPARE",
            "XA COMMIT",
            "XA ROLLBACK");
    private static final Set<String> ROUTINES = Set.of("FUNCTION", "PROCEDURE", "TRIGGER", "PACKAGE");

    private final List<List<String>> statements;

    private SqlText(List<List<String>> statements) {
        this.statements = statements;
    }

    /**
     * Looks through a text.
     *
     * @param sql the text
     * @return what can be told of it
     */
    public static SqlText of(String sql) {
        return new SqlText(new SqlScanner(sql).statements());
    }

    /**
     * Whether a statement of it begins, ends or divides a transaction.
     *
     * @return {@code true} for {@code COMMIT}, {@code ROLLBACK}, {@code SAVEPOINT} and the like
     */
    public boolean controlsTransaction() {
        for (List<String> words : statements) {
            if (createsRoutine(words)) {
                return false; // what follows may be the routine's body
            }
            if (CONTROL.contains(words.get(0)) || CONTROL_PAIRS.contains(firstTwo(words))) {
                return true;
            }
        }
        return false;
    }

    private static boolean createsRoutine(List<String> words) {
        return words.get(0).equals("CREATE") && words.stream().anyMatch(ROUTINES::contains);
    }

    private static String firstTwo(List<String> words) {
        return String.join(" ", words.subList(0, Math.min(2, words.size())));
    }

    /**
     * Whether it is one statement of one of some kinds.
     *
     * @param kinds first words, in capitals
     * @return {@code false} for another kind, and for several statements
     */
    public boolean isOne(Set<String> kinds) {
        return statements.size() == 1 && kinds.contains(statements.get(0).get(0));
    }

    /** Splits a text into statements. */
    private static final class SqlScanner {

        /** As many words of a statement as it takes to see what it is: CREATE OR REPLACE EDITIONABLE PROCEDURE. */
        private static final int WORDS = 5;

        private final String sql;
        private final List<List<String>> statements = new ArrayList<>();
        private List<String> words = new ArrayList<>();
        private int at;

        SqlScanner(String sql) {
            this.sql = sql;
        }

        List<List<String>> statements() {
            while (at < sql.length()) {
                next();
            }
            endStatement();
            return statements;
        }

        private void next() {
            char c = sql.charAt(at);
            if (isWord(c)) {
                word();
            } else if (sql.startsWith("--", at)) {
                skipTo("\n");
            } else if (sql.startsWith("/*", at)) {
                skipComment();
            } else if (c == '\'' || c == '"' || c == '`') {
                skipQuoted(c, false);
            } else if (c == '$') {
                skipDollarQuoted();
            } else if (c == ';') {
                at++;
                endStatement();
            } else {
                at++;
            }
        }

        private void endStatement() {
            if (!words.isEmpty()) {
                statements.add(words);
                words = new ArrayList<>();
            }
        }

        private static boolean isWord(char c) {
            return Character.isLetterOrDigit(c) || c == '_';
        }

        private void word() {
            int start = at;
            while (at < sql.length() && (isWord(sql.charAt(at)) || sql.charAt(at) == '$')) {
                at++;
            }
            String word = sql.substring(start, at).toUpperCase(Locale.ROOT);
            if (word.equals("E") && at < sql.length() && sql.charAt(at) == '\'') {
                skipQuoted('\'', true);
            } else if (words.size() < WORDS) {
                words.add(word);
            }
        }

        private void skipQuoted(char quote, boolean backslashes) {
            at++;
            while (at < sql.length() && sql.charAt(at) != quote) {
                at += backslashes && sql.charAt(at) == '\\' ? 2 : 1;
            }
            at++; // a doubled quote begins the next quoted part
        }

        private void skipComment() {
            int depth = 1;
            at += 2;
            while (at < sql.length() && depth > 0) {
                if (sql.startsWith("*/", at)) {
                    depth--;
                    at += 2;
                } else if (sql.startsWith("/*", at)) {
                    depth++;
                    at += 2;
                } else {
                    at++;
                }
            }
        }

        private void skipDollarQuoted() {
            int end = at + 1;
            while (end < sql.length() && isWord(sql.charAt(end))) {
                end++;
            }
            if (end < sql.length() && sql.charAt(end) == '$') {
                String tag = sql.substring(at, end + 1);
                at = end + 1;
                skipTo(tag);
            } else {
                at = end;
            }
        }

        private void skipTo(String mark) {
            int found = sql.indexOf(mark, at);
            at = found < 0 ? sql.length() : found + mark.length();
        }
    }
}
