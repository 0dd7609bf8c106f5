// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tells one start of the application from another. */
@ApplicationScoped
public class Incarnation {

    private final String id = UUID.randomUUID().toString();

    public String id() {
        return id;
    }
}
