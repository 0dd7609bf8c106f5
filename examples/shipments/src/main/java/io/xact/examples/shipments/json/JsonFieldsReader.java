// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.json;

import io.xact.examples.shipments.problem.ProblemCode;
import io.xact.examples.shipments.problem.RefusedException;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Reads a request's body, up to a bound, for the resource methods that take {@link JsonFields}. */
@Provider
@Dependent
@Consumes(MediaType.APPLICATION_JSON)
public class JsonFieldsReader implements MessageBodyReader<JsonFields> {

    private static final int MAX_BYTES = 64 * 1024;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == JsonFields.class;
    }

    @Override
    public JsonFields readFrom(
            Class<JsonFields> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new RefusedException(ProblemCode.TOO_LONG, "a body may have " + MAX_BYTES + " bytes");
        }
        return JsonFields.parse(new String(bytes, StandardCharsets.UTF_8));
    }
}
