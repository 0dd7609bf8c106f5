// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldBodyTest {

    private static final int BUFFERED = 5;
    private static final int MOST = 10;

    @TempDir
    @SuppressWarnings("NullAway.Init") // injected
    private Path directory;

    private HeldBody body = new HeldBody(Path.of(""), 0, 0);

    @AfterEach
    void close() throws IOException {
        body.close();
    }

    private void open(Path in) {
        body = new HeldBody(in, BUFFERED, MOST);
    }

    private void write(String text) throws IOException {
        byte[] bytes = ("(" + text + ")").getBytes(StandardCharsets.US_ASCII);
        body.write(bytes, 1, text.length());
    }

    private String content() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        body.writeTo(out);
        assertThat(body.content().readAllBytes()).isEqualTo(out.toByteArray());
        return out.toString(StandardCharsets.US_ASCII);
    }

    /** The files of the directory that this process has open, with a name or without. */
    private List<Path> openFiles() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.filter(this::isInDirectory).toList();
        }
    }

    private boolean isInDirectory(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).startsWith(directory.toRealPath());
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "12345", "123456", "1234567890"})
    @DisplayName("L15 what is held is given back, from memory and from a file, as often as wanted")
    void givesBack(String text) throws IOException {
        open(directory);
        for (String letter : text.split("", -1)) {
            write(letter);
        }

        assertThat(content()).isEqualTo(text);
        assertThat(content()).isEqualTo(text);
        assertThat(body.isEmpty()).isEqualTo(text.isEmpty());
        assertThat(body.failure()).isNull();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @DisplayName("as much as may be is held in memory, and one byte more is in a file")
    void spillsBehindTheLimit() throws IOException {
        open(directory);
        write("12345");
        assertThat(openFiles()).isEmpty();

        write("6");
        assertThat(openFiles()).hasSize(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @DisplayName("the file is its owner's alone, and has no name any more")
    void isPrivate() throws IOException {
        open(directory);
        write("123456");

        assertThat(Files.getPosixFilePermissions(openFiles().get(0)))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    @DisplayName("nothing is left of it when it is closed, and closing it again does no harm")
    void leavesNothing() throws IOException {
        open(directory);
        write("123456");
        body.close();

        assertThat(directory).isEmptyDirectory();
        assertThatCode(body::close).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("more than may be held is refused, as is what comes then, until it is cleared")
    void tooLong() throws IOException {
        open(directory);
        write("1234567890");

        assertThatThrownBy(() -> write("1"))
                .isInstanceOf(AnswerTooLongException.class)
                .hasMessageContaining("10 bytes");
        assertThatThrownBy(() -> write(""))
                .isInstanceOf(IOException.class)
                .hasRootCauseInstanceOf(AnswerTooLongException.class);
        assertThat(body.failure()).isInstanceOf(AnswerTooLongException.class);

        body.clear();
        write("1234567890");
        assertThat(body.failure()).isNull();
        assertThat(content()).isEqualTo("1234567890");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @DisplayName("cleared, it is empty, in memory, and has no file")
    void clears() throws IOException {
        open(directory);
        write("123456");
        body.clear();

        assertThat(body.isEmpty()).isTrue();
        assertThat(content()).isEmpty();
        write("12345");
        assertThat(openFiles()).isEmpty();
        assertThat(content()).isEqualTo("12345");
    }

    @Test
    @DisplayName("without the directory, the write that needs a file fails, and all after it")
    void noDirectory() throws IOException {
        open(directory.resolve("nowhere"));
        refusesFile();
    }

    @Test
    @DisplayName("the same where no file can be made")
    void noFile() throws IOException {
        open(Files.createFile(directory.resolve("file")));
        refusesFile();
    }

    private void refusesFile() throws IOException {
        write("12345");
        assertThatThrownBy(() -> write("6")).isInstanceOf(IOException.class);
        IOException failure = body.failure();
        assertThat(failure).isNotNull();
        assertThatThrownBy(() -> write("")).hasCause(failure);

        body.clear();
        write("12345");
        assertThat(content()).isEqualTo("12345");
    }
}
