// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import java.util.Map;
import java.util.Optional;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/** What takes part in the calling thread's transaction, brought in by whomever. */
public interface EnlistedResources {

    /**
     * The enlisted resources.
     *
     * @return each with the JNDI name that it tells, or the name of its class; empty where the platform can't tell
     */
    Map<XAResource, String> byName();

    /**
     * The branch that a resource has in the transaction.
     *
     * @param resource an enlisted resource
     * @return its identifier; empty where the platform can't tell
     */
    Optional<Xid> branchOf(XAResource resource);

    /**
     * Whether a resource only stands for a connection that commits in one phase, and after a crash nobody would know
     * whether it has.
     *
     * @param resource an enlisted resource
     * @return {@code false} for one that can really be prepared, for a commit-markable one, and where the platform can't
     *     tell
     */
    boolean isLocal(XAResource resource);

    /**
     * Where a commit-markable resource notes that it has committed: it commits in one phase, before the others, and with it
     * a row of this table, which tells recovery.
     *
     * @param resource an enlisted resource
     * @return the table's name; empty for other resources, and where the platform can't tell
     */
    Optional<String> markerTableOf(XAResource resource);
}
