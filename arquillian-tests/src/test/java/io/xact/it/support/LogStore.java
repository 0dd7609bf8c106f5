// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.support;

import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;

/** The transaction manager's log, where what is in doubt stands, and what somebody has to look at. */
public final class LogStore {

    private static final ModelNode ADDRESS =
            Operations.createAddress("subsystem", "transactions", "log-store", "log-store");

    private LogStore() {}

    /** Deletes all records, as an administrator would who knows what has become of their transactions. */
    public static void clear() {
        Server.manage(Operations.createOperation("probe", ADDRESS));
        ModelNode list = Operations.createOperation("read-children-names", ADDRESS);
        list.get("child-type").set("transactions");
        for (ModelNode name : Server.manage(list).asList()) {
            Server.manage(Operations.createOperation("delete", ADDRESS.clone().add("transactions", name)));
        }
    }
}
