// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The savepoints that one transaction has in a database, as its statements make them. No two that are open share a name. */
public final class OpenSavepoints implements Wire.Tap {

    private final Deque<String> names = new ArrayDeque<>();
    private int countSet;
    private int most;

    @Override
    public void sending(String call) {
        String name = call.substring(call.lastIndexOf(' ') + 1);
        if (call.startsWith("SAVEPOINT ")) {
            set(name);
        } else if (call.startsWith("RELEASE SAVEPOINT ")) {
            popUntil(name);
            names.pop();
        } else if (call.startsWith("ROLLBACK TO SAVEPOINT ")) {
            popUntil(name);
        }
    }

    private void set(String name) {
        assertThat(names).as("open when it is set").doesNotContain(name);
        names.push(name);
        countSet++;
        most = Math.max(most, names.size());
    }

    private void popUntil(String name) {
        assertThat(names).as("open when it is named").contains(name);
        while (!names.getFirst().equals(name)) {
            names.pop();
        }
    }

    /** Those that are open now, innermost first. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** How many were set in all. */
    public int countSet() {
        return countSet;
    }

    /** How many were open at a time, at most. */
    public int most() {
        return most;
    }
}
