// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.problem;

/**
 * The body of every error answer.
 *
 * @param code one of {@link ProblemCode}, or {@code HTTP_} and a status
 * @param message for a reader
 */
public record Problem(String code, String message) {}
