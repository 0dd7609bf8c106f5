// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.jms;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;

/** Copies an object as a message would carry it. */
final class Copies {

    private Copies() {}

    /** A copy, with the number of bytes that it takes. What can't be sent is refused here, at the call, and not at the commit. */
    static MessageBody.Serialized of(Serializable object) {
        try {
            byte[] bytes = bytesOf(object);
            return new MessageBody.Serialized(read(bytes, object.getClass().getClassLoader()), bytes.length);
        } catch (IOException | ClassNotFoundException e) {
            throw JmsLog.LOG.notSerializable(object.getClass().getName(), e);
        }
    }

    private static byte[] bytesOf(Serializable object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    @SuppressWarnings("BanSerializableRead") // what was written just before
    private static Serializable read(byte[] bytes, ClassLoader loader) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new LoadingStream(bytes, loader)) {
            return (Serializable) in.readObject();
        }
    }

    /** Finds classes where the object's own class was found, or else where the caller's code finds them. */
    private static final class LoadingStream extends ObjectInputStream {

        private final ClassLoader loader;

        LoadingStream(byte[] bytes, ClassLoader loader) throws IOException {
            super(new ByteArrayInputStream(bytes));
            this.loader = loader;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, loader);
            } catch (ClassNotFoundException e) {
                return resolveElsewhere(description);
            }
        }

        private Class<?> resolveElsewhere(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(
                        description.getName(), false, Thread.currentThread().getContextClassLoader());
            } catch (ClassNotFoundException e) {
                return super.resolveClass(description); // knows the primitive ones
            }
        }
    }
}
