// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests.upload;

import io.xact.Xacts;
import io.xact.it.engine.application.Tables;
import io.xact.it.requests.application.Log;
import io.xact.it.requests.application.Steps;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** Counts the bytes of a request, and tells by how much the heap that is in use has grown at most while it did. */
@WebServlet({"/upload", "/excluded/upload"})
public class CountingServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int MEASURE_EVERY = 24_000_000;
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    @Inject
    private transient Tables tables;

    @Inject
    private transient Steps steps;

    @Inject
    private transient Xacts xacts;

    @Inject
    private transient Log log;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try (OutputStream sink =
                request.getParameter("keep") == null ? OutputStream.nullOutputStream() : new ByteArrayOutputStream()) {
            tables.postgresql().insert("begun");
            if (xacts.isActive()) {
                xacts.onRollback(() -> log.add("undone"));
            }
            String counted = count(request.getInputStream(), sink);
            tables.postgresql().insert("ended");
            response.getWriter().write(counted + " " + steps.transaction());
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static String count(ServletInputStream in, OutputStream sink) throws IOException {
        byte[] chunk = new byte[8192];
        long count = 0;
        long measured = 0;
        long growth = 0;
        long before = used();
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            sink.write(chunk, 0, read);
            count += read;
            if (count - measured >= MEASURE_EVERY) {
                measured = count;
                growth = Math.max(growth, used() - before);
            }
        }
        return count + " " + growth;
    }

    /** After a collection: what is in use still is reachable. */
    private static long used() {
        MEMORY.gc();
        return MEMORY.getHeapMemoryUsage().getUsed();
    }
}
