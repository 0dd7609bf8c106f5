// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What Jakarta Faces answers to a script of its own: also when an action has thrown, the status is 200, and the content says that it is
 * an error (Jakarta Faces 4.0, sections 6.2.1 and 13.4, and the schema of partial responses).
 */
final class PartialResponse {

    private static final int LENGTH = 1000;

    private static final Pattern ERROR =
            Pattern.compile("\\s*(?:<\\?[^>]*>)?\\s*<partial-response[^>]*>\\s*<error[\\s/>]");

    private PartialResponse() {}

    /** The status of an answer, as it would be without a script. */
    static int status(HttpServletRequest request, HeldResponse response) throws IOException {
        boolean isError = "partial/ajax".equals(request.getHeader("Faces-Request"))
                && ERROR.matcher(new String(response.beginning(LENGTH), StandardCharsets.ISO_8859_1))
                        .lookingAt();
        return isError ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : response.getStatus();
    }
}
