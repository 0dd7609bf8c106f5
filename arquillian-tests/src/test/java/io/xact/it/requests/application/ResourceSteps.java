// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests.application;

import io.xact.Block;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;

/** What resource methods do: the steps of their request; some of them say what is answered. */
final class ResourceSteps {

    private ResourceSteps() {}

    static Response take(Steps steps, HttpServletRequest request) throws Exception {
        return take(steps, request, () -> {});
    }

    static Response take(Steps steps, HttpServletRequest request, Block<IOException> flush) throws Exception {
        ResponseBuilder answer = Response.ok();
        for (Step step : Step.parse(request.getParameter("do"))) {
            String argument = step.argument();
            switch (step.name()) {
                case "status" -> answer.status(Integer.parseInt(argument));
                case "write" -> answer.entity(argument);
                case "write-transaction" -> answer.entity(steps.transaction());
                case "bytes" -> answer.entity("x".repeat(Integer.parseInt(argument)));
                case "error" -> throw new WebApplicationException(Integer.parseInt(argument));
                case "flush" -> flush.run();
                case "start-async" -> request.startAsync();
                default -> {
                    if (!steps.take(step.name(), argument)) {
                        throw new IllegalArgumentException("There is no step " + step);
                    }
                }
            }
        }
        return answer.build();
    }
}
