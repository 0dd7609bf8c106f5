// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.support;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What goes to one database: statements and the calls of the XA protocol, in order. Also keeps count of savepoints: a
 * branch that is prepared or committed with one still open has leaked it.
 */
public final class Wire {

    private final List<String> sent = new ArrayList<>();
    private final Map<Object, List<String>> openSavepoints = new HashMap<>();
    private final List<String> leaks = new ArrayList<>();

    /** A call that is about to go over the wire, and may be made to fail there. */
    public interface Tap {
        void sending(String call) throws Exception;
    }

    private volatile Tap tap = call -> {};

    void send(Object physical, String call) throws Exception {
        record(physical, call);
        tap.sending(call);
    }

    private synchronized void record(Object physical, String call) {
        sent.add(call);
        List<String> open = openSavepoints.computeIfAbsent(physical, key -> new ArrayList<>());
        if (call.startsWith("SAVEPOINT ")) {
            open.add(call.substring("SAVEPOINT ".length()));
        } else if (call.startsWith("RELEASE SAVEPOINT ")) {
            open.remove(call.substring("RELEASE SAVEPOINT ".length()));
        } else if (call.equals("xa prepare") || call.equals("xa commit")) {
            open.forEach(savepoint -> leaks.add(savepoint + " open at " + call));
            open.clear();
        } else if (call.equals("xa rollback")) {
            open.clear();
        }
    }

    /** Lets a test stand on the wire, until it is cleared. */
    public void tap(Tap inserted) {
        tap = inserted;
    }

    public synchronized void clear() {
        sent.clear();
        leaks.clear();
        tap = call -> {};
    }

    public synchronized List<String> sent() {
        return List.copyOf(sent);
    }

    public List<String> sent(Predicate<String> which) {
        return sent().stream().filter(which).toList();
    }

    /** The statements that set, release or roll back to savepoints. */
    public List<String> savepointStatements() {
        return sent(call -> call.contains("SAVEPOINT"));
    }

    synchronized List<String> leaks() {
        return List.copyOf(leaks);
    }
}
