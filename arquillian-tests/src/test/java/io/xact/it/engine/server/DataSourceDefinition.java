// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.server;

import io.xact.it.support.Server;
import io.xact.servers.PostgresServer;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.as.controller.client.helpers.Operations.CompositeOperationBuilder;
import org.jboss.dmr.ModelNode;

/** An XA data source on another PostgreSQL, on the running server until it is closed. */
public final class DataSourceDefinition implements AutoCloseable {

    private final ModelNode address;

    private DataSourceDefinition(ModelNode address) {
        this.address = address;
    }

    /** Adds one. */
    public static DataSourceDefinition add(String name, String jndiName, String url) {
        ModelNode address = Operations.createAddress("subsystem", "datasources", "xa-data-source", name);
        ModelNode add = Operations.createAddOperation(address);
        add.get("jndi-name").set(jndiName);
        add.get("driver-name").set("postgresql");
        add.get("user-name").set(PostgresServer.USER);
        add.get("statistics-enabled").set(true);
        ModelNode addUrl = Operations.createAddOperation(address.clone().add("xa-datasource-properties", "URL"));
        addUrl.get("value").set(url);
        Server.manage(CompositeOperationBuilder.create()
                .addStep(add)
                .addStep(addUrl)
                .build()
                .getOperation());
        return new DataSourceDefinition(address);
    }

    @Override
    public void close() {
        ModelNode remove = Operations.createRemoveOperation(address);
        remove.get("operation-headers", "allow-resource-service-restart").set(true);
        Server.manage(remove);
    }
}
