// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Where this server listens for HTTP. Asked of WildFly, not of a request: a request's {@code Host} header says what its
 * sender likes.
 */
@ApplicationScoped
public class ServerAddress {

    private static final String HTTP_BINDING = "jboss.as:socket-binding-group=*,socket-binding=http";

    /** This server's names for itself; empty before it listens. */
    List<HostAndPort> ownHosts() {
        return port().stream()
                .flatMap(port -> Stream.of("127.0.0.1", "localhost").map(host -> new HostAndPort(host, port)))
                .toList();
    }

    private static List<Integer> port() {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            for (ObjectName binding : server.queryNames(new ObjectName(HTTP_BINDING), null)) {
                if (server.getAttribute(binding, "boundPort") instanceof Integer port) {
                    return List.of(port);
                }
            }
            return List.of();
        } catch (JMException e) {
            throw new IllegalStateException("The server's HTTP port can't be found", e);
        }
    }
}
