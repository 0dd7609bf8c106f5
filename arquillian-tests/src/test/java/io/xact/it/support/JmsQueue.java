// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.support;

import java.util.List;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;

/**
 * A queue of the built-in broker, as its administrator sees it.
 *
 * @param address of its resource
 */
public record JmsQueue(ModelNode address) {

    /** The only queue that a deployment has defined. */
    public static JmsQueue ofDeployment(String name) {
        ModelNode broker =
                Operations.createAddress("deployment", name, "subsystem", "messaging-activemq", "server", "default");
        ModelNode list = Operations.createOperation("read-children-names", broker);
        list.get("child-type").set("jms-queue");
        List<ModelNode> names = Server.manage(list).asList();
        if (names.size() != 1) {
            throw new IllegalStateException("Not one queue: " + names);
        }
        return new JmsQueue(broker.add("jms-queue", names.get(0).asString()));
    }

    /** Whether no message waits, or is being received. */
    public boolean isEmpty() {
        return read("message-count") == 0;
    }

    /** How many have come in since the server has started. */
    public long added() {
        return read("messages-added");
    }

    private long read(String attribute) {
        return Server.manage(Operations.createReadAttributeOperation(address, attribute))
                .asLong();
    }
}
