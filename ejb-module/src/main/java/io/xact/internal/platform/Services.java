// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Looks things up in JNDI. A server without a naming service simply has nothing there. */
final class Services {

    private Services() {}

    /** The first of the names that is bound to something of the type. */
    static <T> Optional<T> find(Class<T> type, String... names) {
        return find(type, Arrays.asList(names));
    }

    static <T> Optional<T> find(Class<T> type, List<String> names) {
        return names.stream().flatMap(name -> find(type, name).stream()).findFirst();
    }

    @SuppressWarnings("BanJNDI") // names come from annotations and the server's settings, never from input
    private static <T> Optional<T> find(Class<T> type, String name) {
        try {
            Object found = new InitialContext().lookup(name);
            return type.isInstance(found) ? Optional.of(type.cast(found)) : Optional.empty();
        } catch (NamingException notThere) {
            return Optional.empty();
        }
    }

    /** WildFly's naming doesn't wait for a service that is not up: it fails as for an unknown name, but with a cause. */
    @SuppressWarnings("BanJNDI") // as above
    static boolean isStarting(String name) {
        try {
            new InitialContext().lookup(name);
            return false;
        } catch (NamingException e) {
            return e.getCause() instanceof IllegalStateException;
        }
    }
}
