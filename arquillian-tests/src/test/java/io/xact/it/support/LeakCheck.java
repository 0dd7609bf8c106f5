// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.Property;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * After each test, on the whole server: no transaction in flight, no connection taken from a pool, no branch in doubt. The
 * server's own statistics tell. They are off as it is shipped, and a system property turns them on; its configuration stays
 * as it is.
 */
public final class LeakCheck implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext context) {
        assertThat(leaks()).as("left open on the server").isEmpty();
    }

    /** What is left open, each in a few words. */
    public static List<String> leaks() {
        List<String> leaks = new ArrayList<>();
        findTransactions(leaks);
        findConnections(leaks);
        return leaks;
    }

    private static void findTransactions(List<String> leaks) {
        ModelNode subsystem = Operations.createAddress("subsystem", "transactions");
        Server.manage(Operations.createOperation("probe", subsystem.clone().add("log-store", "log-store")));
        ModelNode transactions = read(subsystem);
        requireStatistics(transactions, "transactions");
        note(leaks, "transactions in flight", transactions.get("number-of-inflight-transactions"));
        for (ModelNode inDoubt : children(transactions.get("log-store", "log-store", "transactions"))) {
            leaks.add("in doubt: " + inDoubt);
        }
    }

    private static void findConnections(List<String> leaks) {
        ModelNode dataSources = read(Operations.createAddress("subsystem", "datasources"));
        for (String kind : List.of("data-source", "xa-data-source")) {
            for (Property dataSource : dataSources.get(kind).asPropertyListOrEmpty()) {
                String name = dataSource.getName();
                ModelNode pool = dataSource.getValue().get("statistics", "pool");
                requireStatistics(pool, name);
                note(leaks, "connections of " + name + " in use", pool.get("InUseCount"));
            }
        }
    }

    private static ModelNode read(ModelNode address) {
        ModelNode operation = Operations.createReadResourceOperation(address, true);
        operation.get("include-runtime").set(true);
        operation.get("resolve-expressions").set(true);
        return Server.manage(operation);
    }

    private static List<ModelNode> children(ModelNode parent) {
        return parent.isDefined() ? parent.asList() : List.of();
    }

    private static void requireStatistics(ModelNode of, String what) {
        if (!of.get("statistics-enabled").asBoolean(false)) {
            throw new IllegalStateException("The statistics of " + what + " are off: no leak could be seen");
        }
    }

    private static void note(List<String> leaks, String what, ModelNode count) {
        if (count.asInt() != 0) {
            leaks.add(count.asInt() + " " + what);
        }
    }
}
