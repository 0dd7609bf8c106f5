// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.retry;

import io.xact.Block;
import io.xact.Xact;
import io.xact.support.Surroundings;
import jakarta.enterprise.context.ApplicationScoped;

/** The ways to open a scope that is tried again, twice. */
public enum Retrying {
    METHOD {
        @Override
        <X extends Throwable> void run(Surroundings surroundings, Block<X> block) throws X {
            surroundings.bean(Bean.class).run(block);
        }
    },
    LAMBDA {
        @Override
        <X extends Throwable> void run(Surroundings surroundings, Block<X> block) throws X {
            surroundings.xacts().with().retries(RETRIES).run(block);
        }
    };

    static final int RETRIES = 2;

    abstract <X extends Throwable> void run(Surroundings surroundings, Block<X> block) throws X;

    /** Tried again by its annotation. */
    @ApplicationScoped
    public static class Bean {

        @Xact(retries = RETRIES)
        public <X extends Throwable> void run(Block<X> block) throws X {
            block.run();
        }

        @Xact(retries = RETRIES, requiresNew = true)
        public <X extends Throwable> void runInItsOwn(Block<X> block) throws X {
            block.run();
        }

        @Xact(retries = RETRIES, dontRollbackOn = PassingException.class)
        public <X extends Throwable> void runLeniently(Block<X> block) throws X {
            block.run();
        }
    }
}
