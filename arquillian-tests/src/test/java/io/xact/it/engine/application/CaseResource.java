// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.application;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Plays a case: finds its bean and calls its method. What that throws is in the answer. */
@Path("cases")
@RequestScoped
public class CaseResource {

    @Inject
    @Any
    private Instance<Cases> beans;

    @Inject
    private Tables tables;

    @POST
    public String play(
            @QueryParam("type") String type,
            @QueryParam("method") String method,
            @QueryParam("database") @Nullable Database database)
            throws Exception {
        tables.clear();
        Cases bean = beans.select(Class.forName(type).asSubclass(Cases.class)).get();
        try {
            call(bean, type, method, database);
            return "passed";
        } catch (InvocationTargetException e) {
            return StackTraces.of(e.getCause() == null ? e : e.getCause());
        }
    }

    private void call(Cases bean, String type, String name, @Nullable Database database) throws Exception {
        if (database == null) {
            Class.forName(type).getMethod(name).invoke(bean);
        } else {
            Method method = Class.forName(type).getMethod(name, Table.class);
            method.invoke(bean, tables.in(database));
        }
    }
}
