// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application;

import io.xact.Xacts;
import java.util.ArrayList;
import java.util.List;

/** What a scenario plays with. */
public final class Stage {

    private final Scopes scopes;
    private final ItemStore items;
    private final Xacts xacts;
    private final List<String> notes = new ArrayList<>();

    public Stage(Scopes scopes, ItemStore items, Xacts xacts) {
        this.scopes = scopes;
        this.items = items;
        this.xacts = xacts;
    }

    /** In a scope. */
    void scope(Step step) throws Exception {
        scopes.run(step);
    }

    void insert(String name) throws Exception {
        items.insert(name);
    }

    /** Goes on if the step fails, and notes by what. */
    void attempt(Step step) {
        try {
            step.run();
        } catch (Exception e) {
            note(e.getClass().getSimpleName());
        }
    }

    void note(String note) {
        notes.add(note);
    }

    Xacts xacts() {
        return xacts;
    }

    /** What was noted, in order. */
    public List<String> notes() {
        return List.copyOf(notes);
    }
}
