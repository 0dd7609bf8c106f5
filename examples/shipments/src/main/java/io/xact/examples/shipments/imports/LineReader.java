// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file line by line, holding no more of it than one line and a buffer, however long its lines are. Lines end with
 * a line feed. Not thread-safe; does not close the file.
 */
final class LineReader {

    private static final int END_OF_FILE = -1;

    private final InputStream file;
    private final byte[] buffer = new byte[8192];
    private int filled;
    private int position;
    private int number;

    LineReader(InputStream file) {
        this.file = file;
    }

    /** The next line that is not empty, or {@code null} at the end of the file. */
    @Nullable Line next() throws IOException {
        Line line = read();
        while (line != null && line.isEmpty()) {
            line = read();
        }
        return line;
    }

    private @Nullable Line read() throws IOException {
        int b = readByte();
        if (b == END_OF_FILE) {
            return null;
        }
        number++;
        ByteArrayOutputStream start = new ByteArrayOutputStream(256);
        while (b != '\n' && b != END_OF_FILE) {
            if (start.size() <= Line.MAX_LENGTH) {
                start.write(b);
            }
            b = readByte();
        }
        return new Line(number, start.toByteArray());
    }

    private int readByte() throws IOException {
        if (position == filled) {
            filled = Math.max(file.read(buffer), 0);
            position = 0;
        }
        return filled == 0 ? END_OF_FILE : buffer[position++] & 0xff;
    }
}
