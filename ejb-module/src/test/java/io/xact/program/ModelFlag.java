// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import io.xact.XactStateException;
import org.jspecify.annotations.Nullable;

/** Whether a scope is doomed, and by what. The first cause wins. */
class ModelFlag {

    private boolean set;
    private boolean loud;
    private boolean forGood;
    private @Nullable Throwable firstFailure;

    boolean isSet() {
        return set;
    }

    /** Whether the code asked to commit and can't have it. */
    boolean isLoud() {
        return loud;
    }

    @Nullable Throwable firstFailure() {
        return firstFailure;
    }

    void fail(Throwable failure) {
        if (!set) {
            set = true;
            loud = true;
            firstFailure = failure;
        }
    }

    void failForGood(Throwable failure) {
        fail(failure);
        forGood = true;
    }

    void wish() {
        set = true; // what was loud stays so
    }

    void lift() {
        if (forGood) {
            throw new XactStateException("can't be lifted");
        }
        set = false;
        loud = false;
        firstFailure = null;
    }

    /** That of a transaction whose owner is somebody else: it is JTA's mark, and that is final. */
    static final class OfOwner extends ModelFlag {

        private final Runnable mark;

        OfOwner(Runnable mark) {
            this.mark = mark;
        }

        @Override
        void fail(Throwable failure) {
            super.fail(failure);
            mark.run();
        }

        @Override
        void wish() {
            super.wish();
            mark.run();
        }

        @Override
        void lift() {
            if (isSet()) {
                throw new XactStateException("JTA's mark is final");
            }
        }
    }
}
