// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.traps;

import java.util.function.Function;
import javax.sql.DataSource;

/**
 * How a program has its transactions.
 *
 * @param transaction begins one and commits it; if the work fails it is rolled back and the failure comes out
 * @param nested makes work a part of the running transaction that can fail alone; its failure comes out
 * @param requiresNew has work done in a transaction of its own
 * @param dataSources what the program works with, by JNDI names
 */
public record Way(Around transaction, Around nested, Around requiresNew, Function<String, DataSource> dataSources) {

    public DataSource dataSource(String jndiName) {
        return dataSources.apply(jndiName);
    }

    Way withTransaction(Around other) {
        return new Way(other, nested, requiresNew, dataSources);
    }

    Way withNested(Around other) {
        return new Way(transaction, other, requiresNew, dataSources);
    }
}
