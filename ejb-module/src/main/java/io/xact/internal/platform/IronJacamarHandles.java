// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform;

import io.xact.internal.savepoint.Handles;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ManagedConnection;
import java.sql.Connection;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * The handles of a connection of IronJacamar's, which tells of their end (Jakarta Connectors 2.1, section 6.5.7), but not of their
 * beginning: that is read from private fields.
 */
final class IronJacamarHandles implements Handles, ConnectionEventListener {

    private final ManagedConnection connection;
    private final Collection<?> open;
    private final Consumer<Connection> closed;

    private IronJacamarHandles(ManagedConnection connection, Collection<?> open, Consumer<Connection> closed) {
        this.connection = connection;
        this.open = open;
        this.closed = closed;
    }

    static Handles of(Connection handle, Consumer<Connection> closed) {
        if (PrivateFields.value(handle, "mc") instanceof ManagedConnection connection
                && PrivateFields.value(connection, "handles") instanceof Collection<?> open) {
            IronJacamarHandles handles = new IronJacamarHandles(connection, open, closed);
            connection.addConnectionEventListener(handles);
            return handles;
        }
        return UNKNOWN;
    }

    @Override
    public Collection<Connection> open() {
        synchronized (open) {
            return open.stream().map(Connection.class::cast).toList();
        }
    }

    @Override
    public void forget() {
        connection.removeConnectionEventListener(this);
    }

    @Override
    public void connectionClosed(ConnectionEvent event) {
        if (event.getConnectionHandle() instanceof Connection handle) {
            closed.accept(handle);
        }
    }

    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {}

    @Override
    public void localTransactionStarted(ConnectionEvent event) {}

    @Override
    public void localTransactionCommitted(ConnectionEvent event) {}

    @Override
    public void localTransactionRolledback(ConnectionEvent event) {}
}
