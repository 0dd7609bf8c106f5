// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests.messages;

import jakarta.annotation.Resource;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Sends a message to a bean. */
@WebServlet("/sender")
public class SenderServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Resource(lookup = "java:/ConnectionFactory")
    @SuppressWarnings("NullAway.Init") // injected
    private transient ConnectionFactory connections;

    @Override
    @SuppressWarnings("BanJNDI") // the test asks
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        try (JMSContext context = connections.createContext()) {
            Queue queue = InitialContext.doLookup(request.getParameter("queue"));
            context.createProducer().send(queue, request.getParameter("do"));
        } catch (NamingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
