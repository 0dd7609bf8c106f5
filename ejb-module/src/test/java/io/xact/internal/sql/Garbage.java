// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.sql;

import java.util.Random;

/** Random text that is hidden in quotes or comments, and would do harm elsewhere. */
final class Garbage {

    private static final String[] PIECES = {
        "COMMIT", "BEGIN", "END", ";", "'", "\"", "$$", "$a$", "$", "--", "/*", "*/", "\n", "?", "{", "\\", "E'", "x",
        " ", "(", "ä"
    };

    private final Random random;

    Garbage(long seed) {
        this.random = new Random(seed);
    }

    private String pieces() {
        StringBuilder pieces = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            pieces.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return pieces.toString();
    }

    /** A quote of any kind. */
    String quoted() {
        String inside = pieces();
        return switch (random.nextInt(5)) {
            case 0 -> "'" + inside.replace("'", "''") + "'";
            case 1 -> "E'" + inside.replace("\\", "\\\\").replace("'", "\\'") + "'";
            case 2 -> "\"" + inside.replace("\"", "\"\"") + "\"";
            case 3 -> "$q$" + inside + " $q$";
            default -> "$$" + inside.replace("$", "S") + "$$";
        };
    }

    /** A comment of any kind, nested too. */
    String comment() {
        String inside = pieces();
        String flat = inside.replace("*", "+").replace("/", "|");
        return switch (random.nextInt(4)) {
            case 0 -> " ";
            case 1 -> "--" + inside.replace("\n", " ") + "\n";
            case 2 -> "/*" + flat + "*/";
            default -> "/* /*" + flat + "*/" + flat + "*/";
        };
    }
}
