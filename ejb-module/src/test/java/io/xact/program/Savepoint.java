// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import io.xact.XactSavepoint;
import java.util.List;

/**
 * Uses a savepoint that was taken by hand, if one was.
 *
 * @param releases whether to release it, rather than to roll back to it
 * @param back which one: 0 for the one that was taken last
 */
record Savepoint(boolean releases, int back) implements Step {

    @Override
    public void play(Play play) {
        List<XactSavepoint> taken = play.savepoints();
        if (back < taken.size()) {
            play.use(taken.get(taken.size() - 1 - back), releases);
        }
    }

    @Override
    public void print(Text text) {
        String which = back == 0 ? "the last savepoint" : "the savepoint " + back + " before the last";
        text.line((releases ? "release " : "roll back to ") + which);
    }
}
