// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests.application;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;

/** What handlers can do with their request and their answer. */
final class AnswerSteps {

    private final Steps steps;
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    AnswerSteps(Steps steps, HttpServletRequest request, HttpServletResponse response) {
        this.steps = steps;
        this.request = request;
        this.response = response;
    }

    /** Does what the request's parameter says, if it has that. */
    void take(String parameter) throws ServletException, IOException {
        String all = request.getParameter(parameter);
        for (Step step : Step.parse(all == null ? "" : all)) {
            take(step.name(), step.argument());
        }
    }

    private void take(String name, String argument) throws ServletException, IOException {
        try {
            if (!steps.take(name, argument)) {
                answer(name, argument);
            }
        } catch (RuntimeException | ServletException | IOException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private void answer(String name, String argument) throws Exception {
        switch (name) {
            case "status" -> response.setStatus(Integer.parseInt(argument));
            case "write" -> response.getWriter().write(argument);
            case "write-transaction" -> response.getWriter().write(steps.transaction());
            case "bytes" -> writeBytes(Integer.parseInt(argument));
            case "unit" -> response.getWriter().write(Integer.parseInt(argument));
            case "chars" -> response.getWriter().write("x".repeat(Integer.parseInt(argument)));
            case "flush" -> response.flushBuffer();
            case "flush-stream" -> response.getOutputStream().flush();
            case "close-stream" -> response.getOutputStream().close();
            case "flush-writer" -> response.getWriter().flush();
            case "close-writer" -> response.getWriter().close();
            case "header" -> response.setHeader(before(argument), after(argument));
            case "no-header" -> response.setHeader(argument, null);
            case "add-header" -> response.addHeader(before(argument), after(argument));
            case "int-header" -> response.setIntHeader(before(argument), Integer.parseInt(after(argument)));
            case "add-int-header" -> response.addIntHeader(before(argument), Integer.parseInt(after(argument)));
            case "date-header" -> response.setDateHeader(before(argument), Long.parseLong(after(argument)));
            case "add-date-header" -> response.addDateHeader(before(argument), Long.parseLong(after(argument)));
            case "cookie" -> response.addCookie(new Cookie(before(argument), after(argument)));
            case "type" -> response.setContentType(argument);
            case "encoding" -> response.setCharacterEncoding(argument);
            case "locale" -> response.setLocale(Locale.forLanguageTag(argument));
            case "length" -> response.setContentLength(Integer.parseInt(argument));
            case "reset" -> response.reset();
            case "reset-buffer" -> response.resetBuffer();
            case "error" -> response.sendError(Integer.parseInt(argument));
            case "error-text" -> response.sendError(Integer.parseInt(before(argument)), after(argument));
            case "redirect" -> response.sendRedirect(argument);
            case "tell-header" -> tell(argument + "=" + response.getHeaders(argument));
            case "tell-first-header" -> tell(argument + "=" + response.getHeader(argument));
            case "tell-headers" ->
                tell(response.getHeaderNames().stream()
                        .map(each -> each.toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList());
            case "tell-status" -> tell(response.getStatus());
            case "tell-type" -> tell(response.getContentType() + " " + response.getCharacterEncoding());
            case "tell-committed" -> tell(response.isCommitted());
            case "forward" -> request.getRequestDispatcher(argument).forward(request, response);
            case "include" -> request.getRequestDispatcher(argument).include(request, response);
            case "read-body" -> request.getInputStream().readAllBytes();
            case "start-async" -> request.startAsync();
            case "throw-servlet" -> throw new ServletException(argument);
            default -> throw new IllegalArgumentException("There is no step " + name);
        }
    }

    /** By the writer, or by the stream if that has been taken. */
    private void tell(Object what) throws IOException {
        try {
            response.getWriter().write(what + " ");
        } catch (IllegalStateException streamIsTaken) {
            response.getOutputStream().print(what + " ");
        }
    }

    private void writeBytes(int count) throws IOException {
        byte[] chunk = new byte[1000];
        Arrays.fill(chunk, (byte) 'x');
        OutputStream stream = response.getOutputStream();
        for (int left = count; left > 0; left -= chunk.length) {
            stream.write(chunk, 0, Math.min(left, chunk.length));
        }
    }

    private static String before(String argument) {
        return argument.substring(0, argument.indexOf('='));
    }

    private static String after(String argument) {
        return argument.substring(argument.indexOf('=') + 1);
    }
}
