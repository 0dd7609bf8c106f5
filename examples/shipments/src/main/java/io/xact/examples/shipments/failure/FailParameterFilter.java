// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.failure;

import io.xact.examples.shipments.Settings;
import io.xact.examples.shipments.problem.ProblemCode;
import io.xact.examples.shipments.problem.RefusedException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@code ?fail=}, and says in the answer's {@code X-Failed-Step} which step did fail on request. */
@Provider
@Breakable
@Dependent
public class FailParameterFilter implements ContainerRequestFilter, ContainerResponseFilter {

    @Inject
    Settings settings;

    @Inject
    FailureInjection failures;

    @Override
    public void filter(ContainerRequestContext request) {
        @Nullable String step = request.getUriInfo().getQueryParameters().getFirst("fail");
        if (step == null) {
            return;
        }
        if (!settings.failInjection()) {
            throw new RefusedException(
                    ProblemCode.NOT_ENABLED,
                    "'fail' is not listened to: start the server with -Dshipments.fail-injection=true");
        }
        failures.want(stepOf(step));
    }

    private static FailingStep stepOf(String text) {
        return switch (text) {
            case "outer" -> FailingStep.OUTER;
            case "nested" -> FailingStep.NESTED;
            case "commit" -> FailingStep.COMMIT;
            default -> throw new RefusedException(ProblemCode.MALFORMED, "'fail' is outer, nested or commit");
        };
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        failures.struck()
                .ifPresent(step -> response.getHeaders()
                        .putSingle("X-Failed-Step", step.name().toLowerCase(Locale.ROOT)));
    }
}
