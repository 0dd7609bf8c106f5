// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which data sources take savepoints, as far as it is known, and what to do about those that don't. Thread-safe. */
public final class SavepointSupport {

    private final boolean mergesUnsupported;
    private final Map<String, State> states = new ConcurrentHashMap<>();

    private enum State {
        /** It has taken a savepoint in a branch. */
        PROVEN,
        /** It has refused one. */
        REFUSED
    }

    /**
     * With nothing known yet.
     *
     * @param mergesUnsupported whether nested scopes go without savepoints where there are none, and so can't be undone
     *     alone there; otherwise they are refused
     */
    public SavepointSupport(boolean mergesUnsupported) {
        this.mergesUnsupported = mergesUnsupported;
    }

    /**
     * Notes that a data source has taken a savepoint in a branch.
     *
     * @param dataSource its JNDI name
     */
    public void prove(String dataSource) {
        states.put(dataSource, State.PROVEN);
    }

    /**
     * Notes that a data source refuses savepoints.
     *
     * @param dataSource its JNDI name
     */
    public void refuse(String dataSource) {
        states.put(dataSource, State.REFUSED);
    }

    boolean isProven(String dataSource) {
        return states.get(dataSource) == State.PROVEN;
    }

    /** Whether nested scopes go without savepoints there. */
    boolean isMerged(String dataSource) {
        return mergesUnsupported && states.get(dataSource) == State.REFUSED;
    }

    /**
     * What is to be done about refusals.
     *
     * @return whether nested scopes go without savepoints where there are none
     */
    public boolean mergesUnsupported() {
        return mergesUnsupported;
    }
}
