// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.traps;

/** The data sources that the traps want beside the usual ones. Each is on one of the same two databases. */
final class Sources {

    static final String POSTGRESQL_LOCAL = "java:jboss/datasources/PostgresqlLocalDS";
    static final String H2_LOCAL = "java:jboss/datasources/H2LocalDS";
    static final String H2_INTERLEAVING = "java:jboss/datasources/H2InterleavingDS";

    private Sources() {}
}
