// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.support;

import io.xact.Block;
import io.xact.Work;
import io.xact.support.TestBeans.OnClass;
import io.xact.support.TestBeans.OnMethod;
import io.xact.support.TestBeans.Scopes;
import org.jspecify.annotations.Nullable;

/** The ways to open a scope. */
public enum Form {
    METHOD {
        @Override
        public Scopes in(Surroundings surroundings) {
            return surroundings.bean(OnMethod.class);
        }
    },
    CLASS {
        @Override
        public Scopes in(Surroundings surroundings) {
            return surroundings.bean(OnClass.class);
        }
    },
    LAMBDA {
        @Override
        public Scopes in(Surroundings surroundings) {
            return new Scopes() {
                @Override
                public <X extends Throwable> void run(Block<X> block) throws X {
                    surroundings.xacts().run(block);
                }

                @Override
                public <T extends @Nullable Object, X extends Throwable> T call(Work<T, X> work) throws X {
                    return surroundings.xacts().call(work);
                }
            };
        }
    };

    /** Something that opens scopes in this way. */
    public abstract Scopes in(Surroundings surroundings);
}
