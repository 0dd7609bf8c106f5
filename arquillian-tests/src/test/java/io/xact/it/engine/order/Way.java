// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.order;

import io.xact.it.engine.application.Database;

/** In which order a transaction does what it does; "this database" is the one that the test is about. */
public enum Way {
    ROW_THEN_MESSAGE("a row by JDBC, then the message"),
    MESSAGE_THEN_ROW("the message, then a row by JDBC"),
    ENTITY_THEN_MESSAGE("em.persist without a flush, then the message"),
    MESSAGE_THEN_ENTITY("the message, then em.persist"),
    TWO_DATABASES("the message, a row in the other database, a row in this one"),
    NESTED("the message in a nested scope, then a row"),
    TRANSACTIONAL("in a @Transactional method the message, then em.persist"),
    SLOWED("the message, a branch that is slow between its prepare and its commit, a row");

    private final String description;

    Way(String description) {
        this.description = description;
    }

    public String description() {
        return description;
    }

    /** Whether a session that is enlisted where the message is sent is committed so long before the row that this shows. */
    public boolean isEarlyByHand(Database database) {
        return this == SLOWED || (this != ROW_THEN_MESSAGE && database == Database.POSTGRESQL); // H2 in memory is fast
    }
}
