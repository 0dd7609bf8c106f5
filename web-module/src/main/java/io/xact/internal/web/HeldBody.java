// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer: in memory, and once they are too many for that, all of them in a file. Only the process's own user can read the
 * file, and where the system allows it, it has no name any more as soon as it is open: nothing is left of it however the process ends.
 * Not thread-safe.
 */
final class HeldBody implements Closeable {

    private final Path directory;
    private final int maxBufferedBytes;
    private final long maxBytes;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream(0);
    private @Nullable FileChannel file;
    private long size;
    private @Nullable IOException failure;

    /**
     * Empty.
     *
     * @param directory where the file will be
     * @param maxBufferedBytes how much stays in memory
     * @param maxBytes how much may be held at all
     */
    HeldBody(Path directory, int maxBufferedBytes, long maxBytes) {
        this.directory = directory;
        this.maxBufferedBytes = maxBufferedBytes;
        this.maxBytes = maxBytes;
    }

    /**
     * Holds bytes. If that fails, it does from then on, until it is {@linkplain #clear() cleared}: a writer may have swallowed the
     * failure, and gone on.
     */
    void write(byte[] bytes, int offset, int length) throws IOException {
        if (failure != null) {
            throw new IOException("The answer could not be held", failure);
        }
        try {
            hold(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private void hold(byte[] bytes, int offset, int length) throws IOException {
        if (length > maxBytes - size) {
            throw new AnswerTooLongException(WebLog.LOG.answerTooLong(maxBytes));
        }
        if (file == null && length > maxBufferedBytes - size) {
            file = spilled();
        }
        if (file == null) {
            memory.write(bytes, offset, length);
        } else {
            writeFully(file, ByteBuffer.wrap(bytes, offset, length));
        }
        size += length;
    }

    private FileChannel spilled() throws IOException {
        FileChannel channel = open(directory);
        try {
            writeFully(channel, ByteBuffer.wrap(memory.toByteArray()));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        memory.reset();
        return channel;
    }

    private static FileChannel open(Path directory) throws IOException {
        Path path = Files.createTempFile(directory, "xact-answer-", null); // its owner's alone
        try {
            return FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** What a write has failed with since the body was empty; {@code null} if none has. */
    @Nullable IOException failure() {
        return failure;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The first bytes, not more than so many. */
    byte[] beginning(int length) throws IOException {
        return content().readNBytes(length);
    }

    /** Passes on what is held, which stays. */
    void writeTo(OutputStream out) throws IOException {
        if (file == null) {
            memory.writeTo(out);
        } else {
            content().transferTo(out);
        }
    }

    /** What is held, from its beginning. */
    InputStream content() throws IOException {
        if (file == null) {
            return new ByteArrayInputStream(memory.toByteArray());
        }
        file.position(0);
        return Channels.newInputStream(file);
    }

    /** Forgets what is held. */
    void clear() throws IOException {
        memory.reset();
        size = 0;
        failure = null;
        closeFile();
    }

    private void closeFile() throws IOException {
        FileChannel open = file;
        file = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void close() throws IOException {
        closeFile();
    }
}
