// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests.multipart;

import io.xact.it.engine.application.Tables;
import io.xact.it.requests.application.Steps;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Inserts a row of each part's name and content, behind one that says so. */
@WebServlet({"/parts", "/excluded/parts"})
@MultipartConfig(maxFileSize = PartsServlet.MAX_FILE_SIZE, fileSizeThreshold = 10)
public class PartsServlet extends HttpServlet {

    public static final int MAX_FILE_SIZE = 1000;

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Tables tables;

    @Inject
    private transient Steps steps;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            tables.postgresql().insert("begun");
            for (Part part : request.getParts()) {
                String content = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                tables.postgresql().insert(part.getName() + "=" + content);
            }
            response.getWriter().write(steps.transaction());
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
