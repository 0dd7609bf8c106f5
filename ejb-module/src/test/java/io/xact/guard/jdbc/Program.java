// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard.jdbc;

/** Plain JDBC, written down by its session as it runs. */
@FunctionalInterface
interface Program {

    void run(Session session) throws Exception;
}
