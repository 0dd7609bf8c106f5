// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application.web;

import io.xact.Xacts;
import io.xact.it.application.By;
import io.xact.it.application.Form;
import io.xact.it.application.ItemStore;
import io.xact.it.application.Scenario;
import io.xact.it.application.Scopes;
import io.xact.it.application.Stage;
import io.xact.it.application.Through;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plays scenarios. The first line of the answer tells how it ended, the others what was noted. */
@Path("scenarios")
@RequestScoped
public class ScenarioResource {

    @Inject
    @Any
    private Instance<Scopes> scopes;

    @Inject
    @Any
    private Instance<ItemStore> items;

    @Inject
    private Xacts xacts;

    @POST
    @Path("{scenario}")
    public String play(
            @PathParam("scenario") Scenario scenario,
            @QueryParam("form") Form form,
            @QueryParam("access") Through.Access access) {
        Stage stage = new Stage(
                scopes.select(By.Literal.of(form)).get(),
                items.select(Through.Literal.of(access)).get(),
                xacts);
        Exception failure = scenario.play(stage);
        String end = failure == null ? "returned" : failure.getClass().getName();
        return Stream.concat(Stream.of(end), stage.notes().stream()).collect(Collectors.joining("\n"));
    }
}
