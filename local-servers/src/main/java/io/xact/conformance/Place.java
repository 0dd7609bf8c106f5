// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.conformance;

import java.util.Arrays;
import java.util.Optional;

/** Where a test runs. */
enum Place {
    /** In the test's own JVM, of no particular database. */
    JVM("JVM"),

    /** There, on H2. */
    H2("JVM on H2"),

    /** There, on PostgreSQL. */
    POSTGRESQL("JVM on PostgreSQL"),

    /** On a server, or against one. */
    WILDFLY("WildFly");

    private final String title;

    Place(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** The place of a database that an invocation is named after, as {@code H2} or {@code [1] product=H2, …}. */
    static Optional<Place> ofInvocation(String displayName) {
        return Arrays.stream(displayName.split("\\W+", -1))
                .flatMap(word -> ofProduct(word).stream())
                .findFirst();
    }

    private static Optional<Place> ofProduct(String word) {
        return switch (word) {
            case "H2" -> Optional.of(H2);
            case "POSTGRESQL" -> Optional.of(POSTGRESQL);
            default -> Optional.empty();
        };
    }
}
