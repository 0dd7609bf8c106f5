// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.jms;

import jakarta.jms.ConnectionFactory;
import java.util.Optional;

/** Where connection factories are found, and what the platform does about their transactions. */
public interface ConnectionFactories {

    /**
     * Looks for a connection factory, in the naming context of the caller.
     *
     * @param name its JNDI name
     * @return the factory, the same for each look-up; empty if there is none of that name
     */
    Optional<ConnectionFactory> find(String name);

    /**
     * Whether sessions enlist by themselves, and the platform recovers them.
     *
     * @return {@code false} where there is no server, and we do both
     */
    boolean isServer();

    /**
     * Whether a resource with two phases is enlisted in the thread's transaction. One with a single phase is committed while the others are
     * prepared: ahead of them.
     *
     * @return {@code false} also where the platform can't tell
     */
    boolean hasEnlistedXa();

    /**
     * Has the transaction manager ask a broker, after a crash, for branches that are in doubt.
     *
     * @param broker is asked
     * @return takes it back when it is closed
     */
    AutoCloseable recover(RecoverableBroker broker);
}
