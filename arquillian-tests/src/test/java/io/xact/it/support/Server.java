// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;

/** The server that the tests run on. */
public final class Server {

    private static final String HOST = "127.0.0.1";

    /** Open as long as the tests run: a connection for each check would take longer than the test. */
    private static final ModelControllerClient MANAGEMENT = management();

    private Server() {}

    private static ModelControllerClient management() {
        try {
            return ModelControllerClient.Factory.create(HOST, Integer.getInteger("xact.it.management-port"));
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An address that the server answers at. */
    public static URI address(String path) {
        return URI.create("http://" + HOST + ":" + Integer.getInteger("xact.it.http-port") + "/" + path);
    }

    /** Has the management interface do something, and gives its result. */
    public static ModelNode manage(ModelNode operation) {
        ModelNode answer = execute(operation);
        if (!Operations.isSuccessfulOutcome(answer)) {
            throw new RefusedByServerException(
                    Operations.getFailureDescription(answer).asString());
        }
        return Operations.readResult(answer);
    }

    private static ModelNode execute(ModelNode operation) {
        try {
            return MANAGEMENT.execute(operation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Has the server boot again in its process, with what is deployed. It may still run, not yet or again when this
     * returns.
     */
    public static void reload() {
        try {
            manage(Operations.createOperation("reload"));
        } catch (UncheckedIOException connectionClosed) {
            // the server may do so before its answer is out
        }
    }

    /** Waits until the server has booted. */
    public static void awaitRunning() {
        Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(Server::isRunning);
    }

    private static boolean isRunning() {
        return manage(Operations.createReadAttributeOperation(new ModelNode().setEmptyList(), "server-state"))
                .asString()
                .equals("running");
    }
}
