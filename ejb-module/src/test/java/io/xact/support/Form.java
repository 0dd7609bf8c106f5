// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.support;

import io.xact.support.TestBeans.ByOptions;
import io.xact.support.TestBeans.MergedOnClass;
import io.xact.support.TestBeans.MergedOnMethod;
import io.xact.support.TestBeans.OnClass;
import io.xact.support.TestBeans.OnMethod;
import io.xact.support.TestBeans.Scopes;

/** The ways to open a scope. */
public enum Form {
    METHOD {
        @Override
        public Scopes in(Surroundings surroundings) {
            return surroundings.bean(OnMethod.class);
        }

        @Override
        public Scopes merged(Surroundings surroundings) {
            return surroundings.bean(MergedOnMethod.class);
        }
    },
    CLASS {
        @Override
        public Scopes in(Surroundings surroundings) {
            return surroundings.bean(OnClass.class);
        }

        @Override
        public Scopes merged(Surroundings surroundings) {
            return surroundings.bean(MergedOnClass.class);
        }
    },
    LAMBDA {
        @Override
        public Scopes in(Surroundings surroundings) {
            return new ByOptions(surroundings.xacts().with());
        }

        @Override
        public Scopes merged(Surroundings surroundings) {
            return new ByOptions(surroundings.xacts().with().savepoint(false));
        }
    };

    /** Something that opens scopes in this way; it is the same however often it is used. */
    public abstract Scopes in(Surroundings surroundings);

    /** Something that opens merged scopes in this way. */
    public abstract Scopes merged(Surroundings surroundings);
}
