// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits a text into statements, for {@link SqlText}. */
final class SqlScanner {

    /** As many words of a statement as it takes to see what it is: CREATE DEFINER root @ 127.0.0.1 PROCEDURE. */
    private static final int WORDS = 8;

    private final String sql;
    private final List<SqlStatement> statements = new ArrayList<>();
    private List<String> words = new ArrayList<>();
    private boolean isAfterAs;
    private boolean hasQuotedBody;
    private int parameters;
    private boolean plain = true;
    private int at;

    SqlScanner(String sql) {
        this.sql = sql;
    }

    SqlText.Scan scan() {
        while (at < sql.length()) {
            next();
        }
        endStatement();
        return new SqlText.Scan(statements, parameters, plain);
    }

    private void next() {
        char c = sql.charAt(at);
        if (isWord(c)) {
            word();
        } else if (sql.startsWith("--", at)) {
            skipLine();
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
            parameters += c == '?' ? 1 : 0;
            plain &= c != '{';
            at++;
        }
    }

    private void endStatement() {
        if (!words.isEmpty()) {
            statements.add(new SqlStatement(words, hasQuotedBody));
            words = new ArrayList<>();
        }
        hasQuotedBody = false;
    }

    /** As PostgreSQL sees it, to which all that is not ASCII is a letter. */
    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || (c > 127 && !Character.isSpaceChar(c));
    }

    private void word() {
        int start = at;
        while (at < sql.length() && (isWord(sql.charAt(at)) || sql.charAt(at) == '$')) {
            at++;
        }
        String word = sql.substring(start, at).toUpperCase(Locale.ROOT);
        if (word.equals("E") && at < sql.length() && sql.charAt(at) == '\'') {
            skipQuoted('\'', true);
            return;
        }
        isAfterAs = word.equals("AS");
        if (words.size() < WORDS) {
            words.add(word);
        }
    }

    private void skipQuoted(char quote, boolean backslashes) {
        hasQuotedBody |= isAfterAs && quote == '\'';
        at++;
        while (at < sql.length() && sql.charAt(at) != quote) {
            at += backslashes && sql.charAt(at) == '\\' ? 2 : 1;
        }
        plain &= at < sql.length();
        at++; // a doubled quote begins the next quoted part
    }

    private void skipLine() {
        while (at < sql.length() && sql.charAt(at) != '\n' && sql.charAt(at) != '\r') {
            at++;
        }
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
        plain &= depth == 0;
    }

    private void skipDollarQuoted() {
        int end = at + 1;
        while (end < sql.length() && isWord(sql.charAt(end))) {
            end++;
        }
        boolean isTag = end < sql.length() && sql.charAt(end) == '$' && !Character.isDigit(sql.charAt(at + 1));
        if (isTag) {
            hasQuotedBody |= isAfterAs;
            skipBehind(sql.substring(at, end + 1), end + 1);
        } else {
            at = end;
        }
    }

    private void skipBehind(String mark, int from) {
        int found = sql.indexOf(mark, from);
        plain &= found >= 0;
        at = found < 0 ? sql.length() : found + mark.length();
    }
}
