// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import java.util.Map;
import java.util.Set;
import javax.transaction.xa.XAResource;

/** What takes part in the calling thread's transaction, brought in by whomever. */
public interface EnlistedResources {

    /**
     * The enlisted resources.
     *
     * @return each with the JNDI name that it tells, or the name of its class; empty where the platform can't tell
     */
    Map<XAResource, String> byName();

    /**
     * The persistence contexts: what they hold back until they are flushed is not seen on any connection yet.
     *
     * @return their names; empty where there are none, or the platform can't tell
     */
    Set<String> persistenceContexts();
}
