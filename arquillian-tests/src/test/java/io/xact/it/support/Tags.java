// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.support;

/** Which server a test wants; the executions of the build choose by it. */
public final class Tags {

    /** What must hold on every configuration as it is shipped. */
    public static final String AS_SHIPPED = "as-shipped";

    /** The server's own rules of deployment, which no configuration changes: shown on one. */
    public static final String DEPLOYMENT = "deployment";

    /** What wants a server that our own scripts have set up: such a test starts it itself. */
    public static final String CONFIGURED = "configured";

    /** What the engine does, on one server that our own scripts have set up, with two databases: the tests run in it. */
    public static final String ENGINE = "engine";

    /** What wants messaging, on the configurations that are shipped with it. */
    public static final String MESSAGING = "messaging";

    private Tags() {}
}
