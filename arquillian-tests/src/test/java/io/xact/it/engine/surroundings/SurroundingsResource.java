// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.surroundings;

import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.StackTraces;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** Plays a shape. What is wrong about it is in the answer. */
@Path("surroundings")
@RequestScoped
public class SurroundingsResource {

    @Inject
    private SurroundedPlay play;

    @POST
    public String play(
            @QueryParam("type") String type,
            @QueryParam("method") String method,
            @QueryParam("surrounding") Surrounding surrounding,
            @QueryParam("work") Work work,
            @QueryParam("database") Database database) {
        try {
            play.play(Class.forName(type).getMethod(method, Stage.class), surrounding, work, database);
            return "passed";
        } catch (Exception | AssertionError failure) {
            return StackTraces.of(failure);
        }
    }
}
