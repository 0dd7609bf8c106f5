// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests.application;

import io.xact.web.NonXact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Resource classes outside the transaction, and some inside. */
public final class OutsideResources {

    private OutsideResources() {}

    /** Annotated by class, and with another annotation on one method; its objects are proxies of CDI. */
    @NonXact
    @Path("outside-class")
    @ApplicationScoped
    public static class ByClass {

        @Inject
        Steps steps;

        @POST
        public Response post(@Context HttpServletRequest request) throws Exception {
            return ResourceSteps.take(steps, request);
        }

        @PUT
        @NonXact("java:jboss/datasources/H2XaDS")
        public Response put(@Context HttpServletRequest request) throws Exception {
            return ResourceSteps.take(steps, request);
        }
    }

    /** Annotated by method, on the interface that declares it. */
    @Path("outside-method")
    public interface Declared {

        @POST
        @NonXact
        Response post(@Context HttpServletRequest request) throws Exception;

        @PUT
        Response put(@Context HttpServletRequest request) throws Exception;
    }

    /** Implements it. */
    @RequestScoped
    public static class Implementing implements Declared {

        @Inject
        Steps steps;

        @Override
        public Response post(HttpServletRequest request) throws Exception {
            return ResourceSteps.take(steps, request);
        }

        @Override
        public Response put(HttpServletRequest request) throws Exception {
            return ResourceSteps.take(steps, request);
        }
    }

    /** Locates sub-resources. */
    @Path("locator")
    @RequestScoped
    public static class Locator {

        @Inject
        Located proxy;

        @Inject
        Steps steps;

        /** A proxy of CDI, whose class is annotated. */
        @Path("proxy")
        public Located proxy() {
            return proxy;
        }

        /** No bean. */
        @Path("object")
        public ByMethod object() {
            return new ByMethod(steps);
        }
    }

    /** Is located. */
    @NonXact
    @ApplicationScoped
    public static class Located {

        @Inject
        Steps steps;

        @POST
        public Response post(@Context HttpServletRequest request) throws Exception {
            return ResourceSteps.take(steps, request);
        }
    }

    /** Is located, and is no bean. */
    public static class ByMethod {

        private final Steps steps;

        ByMethod(Steps steps) {
            this.steps = steps;
        }

        @POST
        @NonXact
        public Response post(@Context HttpServletRequest request) throws Exception {
            return ResourceSteps.take(steps, request);
        }

        @PUT
        public Response put(@Context HttpServletRequest request) throws Exception {
            return ResourceSteps.take(steps, request);
        }
    }

    /** Annotated, and locates what is not. */
    @NonXact
    @Path("outside-locator")
    @RequestScoped
    public static class OutsideLocator {

        @Inject
        Steps steps;

        @Path("object")
        public ByMethod object() {
            return new ByMethod(steps);
        }
    }
}
