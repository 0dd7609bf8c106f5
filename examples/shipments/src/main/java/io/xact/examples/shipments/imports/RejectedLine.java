// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.imports;

import io.xact.examples.shipments.problem.ProblemCode;

/**
 * A line of which nothing was kept.
 *
 * @param line its number, from 1, empty lines counted
 * @param code why
 * @param message the same for a reader
 */
public record RejectedLine(int line, ProblemCode code, String message) {}
