// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.cdi;

import io.xact.Guarded;
import io.xact.internal.engine.XactEngine;
import io.xact.internal.savepoint.GuardedDataSource;
import io.xact.internal.savepoint.Sources;
import jakarta.enterprise.inject.spi.CDI;
import java.io.Serializable;
import javax.sql.DataSource;

/** A guarded data source as it is injected: a bean that is passivated carries its name, and finds it again. */
final class InjectedDataSource extends GuardedDataSource implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String name;

    InjectedDataSource(XactEngine engine, Sources sources, String name) {
        super(engine, sources, name);
        this.name = name;
    }

    private Object writeReplace() {
        return new Passivated(name);
    }

    private record Passivated(String name) implements Serializable {

        private Object readResolve() {
            return CDI.current()
                    .select(DataSource.class, Guarded.Literal.of(name))
                    .get();
        }
    }
}
