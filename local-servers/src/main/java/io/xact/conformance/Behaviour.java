// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.conformance;

/**
 * One line of the list.
 *
 * @param id a letter and a number
 * @param standing whether it is built
 * @param statement what holds, in one sentence
 */
record Behaviour(String id, Standing standing, String statement) {}
