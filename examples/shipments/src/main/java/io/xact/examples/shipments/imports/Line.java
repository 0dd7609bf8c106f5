// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.imports;

import io.xact.examples.shipments.problem.ProblemCode;
import io.xact.examples.shipments.problem.RefusedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A line of a file. What is wrong with it shows when its text is asked for, so that it fails in its own scope. */
final class Line {

    /** In bytes, without its end. */
    static final int MAX_LENGTH = 64 * 1024;

    private final int number;
    private final byte[] start;

    /**
     * A line.
     *
     * @param number from 1
     * @param start its bytes; of a longer line, one more than are allowed
     */
    Line(int number, byte[] start) {
        this.number = number;
        this.start = start;
    }

    int number() {
        return number;
    }

    boolean isEmpty() {
        for (byte b : start) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    /** Its text, or a {@link RefusedException}. */
    String text() {
        if (start.length > MAX_LENGTH) {
            throw new RefusedException(ProblemCode.TOO_LONG, "a line may have " + MAX_LENGTH + " bytes");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(start))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RefusedException(ProblemCode.MALFORMED, "this is not UTF-8");
        }
    }
}
