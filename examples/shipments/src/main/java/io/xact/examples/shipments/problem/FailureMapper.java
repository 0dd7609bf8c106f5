// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.problem;

import io.xact.HeuristicOutcomeException;
import io.xact.XactRolledBackException;
import io.xact.XactTimeoutException;
import io.xact.examples.shipments.database.DatabaseException;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Answers for what went wrong here: the log gets the exception, the caller a code. */
@Provider
@Dependent
public class FailureMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(FailureMapper.class.getName());

    @Override
    public Response toResponse(Throwable failure) {
        ProblemCode code = codeOf(failure);
        LOG.log(Level.ERROR, "A request failed and is answered with " + code, failure);
        return Response.status(code.httpStatus())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new Problem(code.name(), messageOf(code)))
                .build();
    }

    private static ProblemCode codeOf(Throwable failure) {
        if (failure instanceof XactTimeoutException || isBusy(failure)) {
            return ProblemCode.BUSY;
        }
        if (failure instanceof HeuristicOutcomeException) {
            return ProblemCode.OUTCOME_UNKNOWN;
        }
        return failure instanceof XactRolledBackException ? ProblemCode.ROLLED_BACK : ProblemCode.INTERNAL;
    }

    private static boolean isBusy(Throwable failure) {
        return failure instanceof DatabaseException database && database.isBusy();
    }

    private static String messageOf(ProblemCode code) {
        return switch (code) {
            case BUSY -> "It took too long, so nothing was kept: try again";
            case ROLLED_BACK -> "The transaction could not be committed: nothing was kept";
            case OUTCOME_UNKNOWN -> "It is not known whether the transaction was committed";
            default -> "Something went wrong here";
        };
    }
}
