// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application.filtered;

import io.xact.Xact;
import io.xact.Xacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A scope inside that of the request, if that has one. */
@ApplicationScoped
public class NestedScope {

    @Inject
    private Xacts xacts;

    @Xact
    public int depth() {
        return xacts.depth();
    }
}
