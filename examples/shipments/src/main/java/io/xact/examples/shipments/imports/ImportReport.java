// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.imports;

import java.util.List;

/**
 * What came of a file.
 *
 * @param lines how many lines it has, empty ones not counted
 * @param kept how many of them were stored
 * @param queued how many deliveries were queued
 * @param unserved how many deliveries of stored lines were not, because the subscriber can't be served
 * @param rejected the lines that were not stored, in order
 */
public record ImportReport(int lines, int kept, int queued, int unserved, List<RejectedLine> rejected) {}
