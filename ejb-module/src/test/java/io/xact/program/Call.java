// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import java.util.Locale;

/** Calls that have nothing inside. */
enum Call implements Step {
    LOOK {
        @Override
        public void play(Play play) {
            play.look();
        }
    },
    SET_ROLLBACK {
        @Override
        public void play(Play play) {
            play.world().setRollback(true);
            play.met(Construct.FLAG_SET);
        }
    },
    LIFT_ROLLBACK {
        @Override
        public void play(Play play) {
            boolean wasSet = play.world().isRollback();
            play.world().setRollback(false);
            if (wasSet) {
                play.met(Construct.FLAG_LIFTED);
            }
        }
    },
    MARKED_BY_A_THIRD_PARTY {
        @Override
        public void play(Play play) {
            if (play.world().isActive()) {
                play.world().mark();
                play.met(Construct.MARKED_BY_THIRD_PARTY);
            }
        }
    },
    SEND {
        @Override
        public void play(Play play) {
            play.send();
        }
    },
    TAKE_SAVEPOINT {
        @Override
        public void play(Play play) {
            play.savepoints().add(play.world().savepoint());
            play.met(Construct.SAVEPOINT);
        }
    };

    @Override
    public void print(Text text) {
        text.line(name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
