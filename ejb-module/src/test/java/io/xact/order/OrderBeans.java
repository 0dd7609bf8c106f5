// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.order;

import io.xact.Block;
import io.xact.Xact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Methods with {@code @Transactional}, {@code @Xact}, and both. */
public final class OrderBeans {

    private OrderBeans() {}

    /** One method for each combination. */
    @ApplicationScoped
    public static class Service {

        @Transactional
        @Xact(retries = 1)
        public <X extends Throwable> void both(Block<X> block) throws X {
            block.run();
        }

        @Transactional
        public <X extends Throwable> void transactional(Block<X> block) throws X {
            block.run();
        }

        @Transactional(Transactional.TxType.MANDATORY)
        public <X extends Throwable> void mandatory(Block<X> block) throws X {
            block.run();
        }

        @Transactional(Transactional.TxType.REQUIRES_NEW)
        public <X extends Throwable> void requiresNew(Block<X> block) throws X {
            block.run();
        }

        @Xact
        public <X extends Throwable> void scope(Block<X> block) throws X {
            block.run();
        }
    }
}
