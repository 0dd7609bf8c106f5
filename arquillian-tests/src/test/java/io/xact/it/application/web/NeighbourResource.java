// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application.web;

import io.xact.Xacts;
import io.xact.it.application.ItemStore;
import io.xact.it.application.Through;
import io.xact.it.application.Through.Access;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.function.ToIntFunction;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Works in one transaction with another application. */
@Path("neighbour")
@RequestScoped
public class NeighbourResource {

    @Inject
    private Xacts xacts;

    @Inject
    @Through(Access.JDBC)
    private ItemStore items;

    /** Inserts here, there, there again where it is undone, and here; answers what the neighbour answered. */
    @POST
    public String insert(@QueryParam("module") String module, @QueryParam("rollback") boolean rollback)
            throws Exception {
        ToIntFunction<String> neighbour = find(module);
        return xacts.call(() -> {
            items.insert("outer");
            String answers = neighbour.applyAsInt("neighbour") + " " + neighbour.applyAsInt("bad");
            items.insert("after");
            xacts.setRollback(rollback);
            return answers;
        });
    }

    @SuppressWarnings({"unchecked", "BanJNDI"}) // the tests give the name
    private static ToIntFunction<String> find(String module) throws NamingException {
        return (ToIntFunction<String>) new InitialContext()
                .lookup("java:global/" + module + "/NeighbourBean!" + ToIntFunction.class.getName());
    }
}
