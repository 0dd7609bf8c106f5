// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests.application;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;

/** What resource methods do: the steps of their request; {@code status} and {@code write} say what is answered. */
final class ResourceSteps {

    private ResourceSteps() {}

    static Response take(Steps steps, HttpServletRequest request) throws Exception {
        Response.ResponseBuilder answer = Response.ok();
        for (String step : request.getParameter("do").split(";", -1)) {
            int colon = step.indexOf(':');
            String name = colon < 0 ? step : step.substring(0, colon);
            String argument = colon < 0 ? "" : step.substring(colon + 1);
            switch (name) {
                case "status" -> answer.status(Integer.parseInt(argument));
                case "write" -> answer.entity(argument);
                case "write-transaction" -> answer.entity(steps.transaction());
                default -> {
                    if (!steps.take(name, argument)) {
                        throw new IllegalArgumentException("There is no step " + name);
                    }
                }
            }
        }
        return answer.build();
    }
}
