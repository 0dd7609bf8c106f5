// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeldWriterTest {

    private static final String SMILE = "\uD83D\uDE00";

    private final BareContainer container = new BareContainer();
    private final HeldBody body = new HeldBody(Path.of("nowhere"), 1000, 1000);
    private final HeldStream stream = new HeldStream(container.request(), container.response(), body);

    private String held(Charset charset) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        body.writeTo(bytes);
        return bytes.toString(charset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "ISO-8859-1", "windows-1252", "Shift_JIS", "ISO-2022-JP"})
    @DisplayName("all that is written is held at once, without a flush")
    void keepsNothingBack(Charset charset) throws IOException {
        PrintWriter writer = new HeldWriter(stream, charset).forHandler();
        writer.write("one");
        assertThat(held(charset)).isEqualTo("one");

        writer.write(new char[] {'(', 't', 'w', 'o', ')'}, 1, 3);
        assertThat(held(charset)).isEqualTo("onetwo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16"})
    @DisplayName("a character may come in two halves")
    void halves(Charset charset) throws IOException {
        PrintWriter writer = new HeldWriter(stream, charset).forHandler();
        writer.write(SMILE.charAt(0));
        writer.write(SMILE.charAt(1));

        assertThat(held(charset)).isEqualTo(SMILE);
    }

    @Test
    @DisplayName("a half that stays one becomes a question mark at the end")
    void half() throws IOException {
        HeldWriter writer = new HeldWriter(stream, StandardCharsets.UTF_8);
        writer.write("a" + SMILE.charAt(0));
        assertThat(held(StandardCharsets.UTF_8)).isEqualTo("a");

        writer.complete();
        assertThat(held(StandardCharsets.UTF_8)).isEqualTo("a?");
    }

    @ParameterizedTest
    @CsvSource({"ISO-8859-1, ä?", "US-ASCII, ??", "UTF-8, ä€"})
    @DisplayName("what can't be encoded becomes a question mark")
    void unmappable(Charset charset, String expected) throws IOException {
        new HeldWriter(stream, charset).write("ä€");

        assertThat(held(charset)).isEqualTo(expected);
    }

    @Test
    @DisplayName("when what was written is forgotten, the encoding begins anew too")
    void restarts() throws IOException {
        Charset stateful = Charset.forName("ISO-2022-JP");
        HeldWriter writer = new HeldWriter(stream, stateful);
        writer.write("日");
        body.clear();
        writer.restart();
        writer.write("本");

        assertThat(held(stateful)).isEqualTo("本");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "ISO-2022-JP"})
    @DisplayName("L15 from the end of the scope on, text goes to the container's writer, after what was held")
    void passes(Charset charset) throws IOException {
        PrintWriter writer = new HeldWriter(stream, charset).forHandler();
        container.response().getWriter(); // as a held answer does
        writer.write("日 held, ");
        assertThat(container.text).hasToString("");

        stream.pass(charset, true);
        writer.write("本 passed");
        assertThat(container.text).hasToString("日 held, 本 passed");
        assertThat(container.bytes.size()).isZero();
    }

    @Test
    @DisplayName("what is included can't close the writer, what is called can")
    void close() throws IOException {
        PrintWriter writer = new HeldWriter(stream, StandardCharsets.UTF_8).forHandler();
        container.dispatcherType = DispatcherType.INCLUDE;
        writer.close();
        writer.write("still ");
        container.dispatcherType = DispatcherType.REQUEST;
        writer.write("open");
        writer.close();
        writer.write("no more");

        assertThat(held(StandardCharsets.UTF_8)).isEqualTo("still open");
    }
}
