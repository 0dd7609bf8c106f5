// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import java.util.Map;
import javax.transaction.xa.XAResource;

/** What the calling thread's transaction has enlisted, by whomever. */
@FunctionalInterface
public interface EnlistedResources {

    /**
     * The enlisted resources.
     *
     * @return each with the JNDI name that it tells, or the name of its class; empty where the platform can't tell
     */
    Map<XAResource, String> byName();
}
