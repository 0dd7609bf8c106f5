// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard;

/** What runs in an outermost scope, in the words of the page that tells its round trips. */
enum TripShape {
    EMPTY("Nothing, or empty nested scopes", trips -> trips.nested(inner -> inner.nested(innermost -> {}))),
    FLAT("An insert, and no nested scope", Trips::insert),
    NESTED("A nested scope with an insert", trips -> trips.nested(Trips::insert)),
    TWO_IN_ONE(
            "A nested scope with two inserts",
            trips -> trips.nested(inner -> {
                inner.insert();
                inner.insert();
            })),
    SIBLINGS("Three nested scopes, one behind the other, with an insert each", trips -> {
        for (int i = 0; i < 3; i++) {
            trips.nested(Trips::insert);
        }
    }),
    PLAIN_SIBLINGS("The same by statements that are not prepared", trips -> {
        for (int i = 0; i < 3; i++) {
            trips.nested(Trips::insertPlainly);
        }
    }),
    DEEP(
            "An insert three scopes deep",
            trips -> trips.nested(outer -> outer.nested(middle -> middle.nested(Trips::insert)))),
    EACH_LEVEL("An insert in the outermost scope, and in each of two inside it", trips -> {
        trips.insert();
        trips.nested(inner -> {
            inner.insert();
            inner.nested(Trips::insert);
        });
    }),
    UNDONE("A nested scope with an insert, rolled back", trips -> trips.undone(Trips::insert)),
    BEHIND("A nested scope with an insert, and an insert behind it", trips -> {
        trips.nested(Trips::insert);
        trips.insert();
    }),
    BATCH("A nested scope with a batch", trips -> trips.nested(Trips::insertBatch)),
    KEYS("A nested scope with an insert that asks for generated keys", trips -> trips.nested(Trips::insertForKeys)),
    EARLIER("A nested scope with an insert that was prepared outside", Trips::insertPreparedOutside);

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // lambdas that hold nothing
    private final Trips.Block block;

    TripShape(String words, Trips.Block block) {
        this.words = words;
        this.block = block;
    }

    String words() {
        return words;
    }

    Trips.Block block() {
        return block;
    }
}
