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
    private final List<String> trips = new ArrayList<>();
    private final Map<Object, List<String>> openSavepoints = new HashMap<>();
    private final List<String> leaks = new ArrayList<>();

    /** A call that is about to go over the wire, and may be made to fail there. */
    public interface Tap {
        void sending(String call) throws Exception;
    }

    private volatile Tap tap = call -> {};

    /** A text of any number of statements, sent by one call. */
    void sendText(Object physical, String text) throws Exception {
        addTrip(text);
        for (String statement : text.split(";", -1)) {
            send(physical, statement.strip());
        }
    }

    /** A call of the XA protocol; the drivers keep {@code start} and {@code end} to themselves. */
    void sendXa(Object physical, String method) throws Exception {
        if (!method.equals("start") && !method.equals("end")) {
            addTrip("xa " + method);
        }
        send(physical, "xa " + method);
    }

    private synchronized void addTrip(String what) {
        trips.add(what);
    }

    private void send(Object physical, String call) throws Exception {
        note(call);
        tap.sending(call);
        count(physical, call);
    }

    private synchronized void note(String call) {
        sent.add(call);
    }

    /** What the tap refused has not reached the database. */
    private synchronized void count(Object physical, String call) {
        List<String> open = openSavepoints.computeIfAbsent(physical, key -> new ArrayList<>());
        if (call.startsWith("SAVEPOINT ")) {
            open.add(call.substring("SAVEPOINT ".length()));
        } else if (call.startsWith("RELEASE SAVEPOINT ")) {
            close(open, call.substring("RELEASE SAVEPOINT ".length()), 0);
        } else if (call.startsWith("ROLLBACK TO SAVEPOINT ")) {
            close(open, call.substring("ROLLBACK TO SAVEPOINT ".length()), 1);
        } else if (call.equals("xa prepare") || call.equals("xa commit")) {
            open.forEach(savepoint -> leaks.add(savepoint + " open at " + call));
            open.clear();
        } else if (call.equals("xa rollback")) {
            open.clear();
        }
    }

    /** A savepoint takes along those that were set after it; some of the first ones may stay. */
    private static void close(List<String> open, String savepoint, int staying) {
        int found = open.lastIndexOf(savepoint);
        if (found >= 0) {
            open.subList(found + staying, open.size()).clear();
        }
    }

    /** Lets a test stand on the wire, until it is cleared. */
    public void tap(Tap inserted) {
        tap = inserted;
    }

    public synchronized void clear() {
        sent.clear();
        trips.clear();
        leaks.clear();
        tap = call -> {};
    }

    public synchronized List<String> sent() {
        return List.copyOf(sent);
    }

    public List<String> sent(Predicate<String> which) {
        return sent().stream().filter(which).toList();
    }

    /** The round trips: whole texts as they were executed, however many statements they hold, and ends of branches. */
    public synchronized List<String> trips() {
        return List.copyOf(trips);
    }

    /** The round trips of statements. */
    public List<String> statementTrips() {
        return trips().stream().filter(trip -> !trip.startsWith("xa ")).toList();
    }

    /** The statements that set, release or roll back to savepoints. */
    public List<String> savepointStatements() {
        return sent(call -> call.contains("SAVEPOINT"));
    }

    synchronized List<String> leaks() {
        return List.copyOf(leaks);
    }
}
