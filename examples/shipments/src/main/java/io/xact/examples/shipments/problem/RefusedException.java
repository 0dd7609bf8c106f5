// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.problem;

/** The caller's input was refused. Its message is for the caller; nothing is wrong here, so it has no stack trace. */
public class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;

    /**
     * A refusal.
     *
     * @param code why
     * @param message the same for a reader; goes to the caller as it is
     */
    public RefusedException(ProblemCode code, String message) {
        super(message, null, true, false);
        this.code = code;
    }

    /**
     * Why.
     *
     * @return the code
     */
    public ProblemCode code() {
        return code;
    }

    /**
     * As it is told to the caller.
     *
     * @return code and message
     */
    public Problem problem() {
        return new Problem(code.name(), String.valueOf(getMessage()));
    }
}
