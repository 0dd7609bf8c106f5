// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.support;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.as.controller.client.helpers.Operations.CompositeOperationBuilder;
import org.jboss.dmr.ModelNode;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/**
 * Deployments whose order is the test: several in one operation, replaced, or refused, which Arquillian's own don't offer.
 * What is left at the end goes, the newest first.
 */
public final class Deployments implements AutoCloseable {

    private final List<String> present = new ArrayList<>();

    /** Deploys archives in one operation, in this order: all of them or none. */
    public void deploy(Archive<?>... archives) {
        CompositeOperationBuilder all = CompositeOperationBuilder.create();
        for (Archive<?> archive : archives) {
            ModelNode add = Operations.createAddOperation(address(archive.getName()));
            add.get("enabled").set(true);
            add.get("content").add().get("bytes").set(content(archive));
            all.addStep(add);
        }
        Server.manage(all.build().getOperation());
        for (Archive<?> archive : archives) {
            present.add(archive.getName());
        }
    }

    /** Deploys an archive in the place of one of the same name. */
    public void replace(Archive<?> archive) {
        ModelNode replace = Operations.createOperation("full-replace-deployment");
        replace.get("name").set(archive.getName());
        replace.get("enabled").set(true);
        replace.get("content").add().get("bytes").set(content(archive));
        Server.manage(replace);
    }

    /** Undeploys in one operation: all of them or none. */
    public void undeploy(String... names) {
        CompositeOperationBuilder all = CompositeOperationBuilder.create();
        for (String name : names) {
            all.addStep(Operations.createOperation("undeploy", address(name)));
            all.addStep(Operations.createRemoveOperation(address(name)));
        }
        Server.manage(all.build().getOperation());
        present.removeAll(List.of(names));
    }

    @Override
    public void close() {
        List<String> left = new ArrayList<>(present);
        Collections.reverse(left);
        if (!left.isEmpty()) {
            undeploy(left.toArray(String[]::new));
        }
    }

    private static byte[] content(Archive<?> archive) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        archive.as(ZipExporter.class).exportTo(content);
        return content.toByteArray();
    }

    private static ModelNode address(String name) {
        return Operations.createAddress("deployment", name);
    }
}
