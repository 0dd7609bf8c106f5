// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.application;

/** The two databases; each is an XA data source of the server, and one more that is in no transaction. */
public enum Database {
    POSTGRESQL(Database.POSTGRESQL_NAME),
    H2(Database.H2_NAME);

    public static final String POSTGRESQL_NAME = "java:jboss/datasources/PostgresqlXaDS";
    public static final String H2_NAME = "java:jboss/datasources/H2XaDS";
    public static final String POSTGRESQL_OBSERVER_NAME = "java:jboss/datasources/PostgresqlObserverDS";
    public static final String H2_OBSERVER_NAME = "java:jboss/datasources/H2ObserverDS";

    private final String jndiName;

    Database(String jndiName) {
        this.jndiName = jndiName;
    }

    public String jndiName() {
        return jndiName;
    }
}
