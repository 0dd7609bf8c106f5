// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.xact.examples.shipments.problem.ProblemCode;
import io.xact.examples.shipments.problem.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    @Test
    void countsEmptyLinesAndLeavesThemOut() throws IOException {
        assertThat(lines("a\n\n  \r\nb\r\n\t\nc"))
                .extracting(Line::number, line -> line.text().strip())
                .containsExactly(tuple(1, "a"), tuple(4, "b"), tuple(6, "c"));
    }

    @Test
    void anEmptyFileHasNoLines() throws IOException {
        assertThat(lines("")).isEmpty();
        assertThat(lines("\n\n")).isEmpty();
    }

    @Test
    void aLineFeedAtTheEndBeginsNoLine() throws IOException {
        assertThat(lines("a\n")).hasSize(1);
    }

    @Test
    void takesALineUpToTheBound() throws IOException {
        String longest = "x".repeat(Line.MAX_LENGTH);
        assertThat(lines(longest + "\nb")).extracting(Line::text).containsExactly(longest, "b");
    }

    @Test
    void refusesALongerLineAndGoesOnWithTheNext() throws IOException {
        List<Line> lines = lines("a\n" + "x".repeat(3 * Line.MAX_LENGTH) + "\nb");
        assertThat(lines).extracting(Line::number).containsExactly(1, 2, 3);
        assertRefused(lines.get(1), ProblemCode.TOO_LONG);
        assertThat(lines.get(2).text()).isEqualTo("b");
    }

    @Test
    void refusesWhatIsNotUtf8() throws IOException {
        List<Line> lines = lines(new ByteArrayInputStream(new byte[] {'a', (byte) 0xff, '\n', 'b'}));
        assertRefused(lines.get(0), ProblemCode.MALFORMED);
        assertThat(lines.get(1).text()).isEqualTo("b");
    }

    @Test
    void readsCharactersThatStraddleTheBuffer() throws IOException {
        String text = "x".repeat(8191) + "ö";
        assertThat(lines(text)).extracting(Line::text).containsExactly(text);
    }

    private static void assertRefused(Line line, ProblemCode code) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(line::text)
                .extracting(RefusedException::code)
                .isEqualTo(code);
    }

    private static List<Line> lines(String file) throws IOException {
        return lines(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Line> lines(InputStream file) throws IOException {
        LineReader reader = new LineReader(file);
        List<Line> lines = new ArrayList<>();
        for (Line line = reader.next(); line != null; line = reader.next()) {
            lines.add(line);
        }
        return lines;
    }
}
