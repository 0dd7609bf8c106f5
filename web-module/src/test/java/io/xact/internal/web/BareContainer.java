// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** As much of a container as the pieces of a held answer ask for: a request, an answer with headers, its stream and its writer. */
final class BareContainer {

    final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    final StringWriter text = new StringWriter();
    DispatcherType dispatcherType = DispatcherType.REQUEST;
    long contentLength = -1;
    private @Nullable ServletOutputStream stream;
    private @Nullable PrintWriter writer;

    HttpServletRequest request() {
        return of(HttpServletRequest.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getDispatcherType" -> dispatcherType;
            default -> throw new UnsupportedOperationException(method.toString());
        });
    }

    HttpServletResponse response() {
        return of(HttpServletResponse.class, (proxy, method, arguments) -> respond(method, arguments));
    }

    private static <T> T of(Class<T> type, java.lang.reflect.InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private @Nullable Object respond(Method method, Object[] arguments) {
        switch (method.getName()) {
            case "getHeaders" -> {
                return values((String) arguments[0]);
            }
            case "getHeaderNames" -> {
                return List.copyOf(headers.keySet());
            }
            case "setHeader" -> set((String) arguments[0], (String) arguments[1]);
            case "addHeader" -> {
                headers.computeIfAbsent((String) arguments[0], name -> new ArrayList<>())
                        .add((String) arguments[1]);
            }
            case "setContentLengthLong" -> contentLength = (Long) arguments[0];
            case "getOutputStream" -> {
                return stream();
            }
            case "getWriter" -> {
                return writer();
            }
            case "flushBuffer" -> {}
            default -> throw new UnsupportedOperationException(method.toString());
        }
        return null;
    }

    private Collection<String> values(String name) {
        return headers.getOrDefault(name, List.of());
    }

    private void set(String name, @Nullable String value) {
        headers.remove(name);
        if (value != null) {
            headers.put(name, new ArrayList<>(List.of(value)));
        }
    }

    private ServletOutputStream stream() {
        if (writer != null) {
            throw new IllegalStateException("the writer is taken");
        }
        if (stream == null) {
            stream = new Stream();
        }
        return stream;
    }

    private PrintWriter writer() {
        if (stream != null) {
            throw new IllegalStateException("the stream is taken");
        }
        if (writer == null) {
            writer = new PrintWriter(text);
        }
        return writer;
    }

    private final class Stream extends ServletOutputStream {

        @Override
        public void write(int b) {
            bytes.write(b);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
