// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import io.xact.program.World.Session;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Inserts a row.
 *
 * @param db into which database
 * @param access through what
 * @param way how
 * @param duplicate whether its key is there already, so that the statement fails
 */
record Insert(Db db, Access access, Way way, boolean duplicate) implements Step {

    static Insert into(Db db) {
        return new Insert(db, Access.GUARDED, Way.PREPARED, false);
    }

    static Insert failing(Db db) {
        return new Insert(db, Access.GUARDED, Way.PREPARED, true);
    }

    Insert by(Way other) {
        return new Insert(db, access, other, duplicate);
    }

    Insert by(Access other) {
        return new Insert(db, other, way, duplicate);
    }

    @Override
    public Stream<Step> plainer() {
        return way == Way.PREPARED ? Stream.of() : Stream.of(by(Way.PREPARED));
    }

    @Override
    public void play(Play play) throws Throwable {
        play.insert(this);
    }

    @Override
    public void print(Text text) {
        text.line((duplicate ? "fail to insert" : "insert") + " into " + db
                + (access == Access.GUARDED ? "" : ", " + access) + (access.isByEntityManager() ? "" : ", " + way));
    }

    Construct construct(boolean onKept) {
        return switch (access) {
            case GUARDED -> guarded(onKept);
            case UNGUARDED -> duplicate ? Construct.DUPLICATE_KEY_UNGUARDED : Construct.INSERT_UNGUARDED;
            case PERSISTED -> Construct.INSERT_PERSISTED;
            case FLUSHED -> duplicate ? Construct.DUPLICATE_KEY_FLUSHED : Construct.INSERT_FLUSHED;
        };
    }

    private Construct guarded(boolean onKept) {
        return Construct.valueOf("INSERT_" + (onKept ? "KEPT_" : "")
                + (way.isPrepared() ? "PREPARED" : "PLAIN").toUpperCase(Locale.ROOT));
    }

    /** Keeps a connection open, and a statement prepared, while steps run; where a transaction is. */
    record Keeping(Db db, List<Step> steps) implements Nest {

        Keeping {
            steps = List.copyOf(steps);
        }

        @Override
        public Step around(List<Step> other) {
            return new Keeping(db, other);
        }

        @Override
        public void play(Play play) throws Throwable {
            if (!play.canKeep()) {
                play.run(steps);
                return;
            }
            try (Session session = play.world().open(db, Access.GUARDED, true)) {
                play.keeping(db, session, steps);
            }
        }

        @Override
        public void print(Text text) {
            text.block("keeping a connection of " + db, steps);
        }
    }
}
