// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.order;

import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.Tables;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Has transactions run, and tells what was received of them. */
@Path("order")
@RequestScoped
public class OrderResource {

    private static final int SHARE = 4;

    @Inject
    private Turns turns;

    @Inject
    private Tables tables;

    @Inject
    private Receipts receipts;

    /**
     * Runs transactions, of which {@code count} are committed; in a share of these a nested scope is rolled back, and as many are rolled
     * back besides.
     */
    @POST
    public String play(
            @QueryParam("way") Way way,
            @QueryParam("by") Sending by,
            @QueryParam("database") Database database,
            @QueryParam("from") int from,
            @QueryParam("count") int count)
            throws Throwable {
        List<String> messages = new ArrayList<>();
        for (int number = from; number < from + count; number++) {
            String name = way + "-" + number;
            boolean isShare = number % SHARE == 0;
            messages.addAll(
                    turns.play(new Turn(way, by, database, name, isShare ? Ending.UNDO_NESTED : Ending.COMMIT)));
            if (isShare) {
                messages.addAll(turns.play(new Turn(way, by, database, name + "-undone", Ending.UNDO)));
            }
        }
        return String.join("\n", messages);
    }

    /** Runs a transaction, and tells what was there when a branch behind it was committed. */
    @POST
    @Path("witness")
    public String witness(
            @QueryParam("by") Sending by, @QueryParam("database") Database database, @QueryParam("name") String name)
            throws Exception {
        return turns.witness(new Turn(Way.MESSAGE_THEN_ROW, by, database, name, Ending.COMMIT));
    }

    /** A line for each message that has come: its name, its identifier, and whether its row was seen. */
    @GET
    public String received() {
        return receipts.all().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    @DELETE
    public void clear() throws SQLException {
        receipts.clear();
        tables.clear();
    }
}
