// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.cdi;

import io.xact.OnCommit;
import io.xact.internal.jms.Outlet;
import io.xact.internal.jms.SharedProducer;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.jms.JMSProducer;
import java.io.Serializable;

/** A producer as it is injected: a bean that is passivated carries its qualifier, and finds it again. */
final class InjectedProducer extends SharedProducer implements Serializable {

    private static final long serialVersionUID = 1L;

    private final transient OnCommit qualifier;

    InjectedProducer(OnCommit qualifier, Outlet outlet) {
        super(outlet);
        this.qualifier = qualifier;
    }

    private Object writeReplace() {
        return new Passivated(OnCommitPoint.literal(qualifier));
    }

    private record Passivated(OnCommit.Literal qualifier) implements Serializable {

        private Object readResolve() {
            return CDI.current().select(JMSProducer.class, qualifier).get();
        }
    }
}
