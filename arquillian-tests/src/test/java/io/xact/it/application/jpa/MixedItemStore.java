// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application.jpa;

import io.xact.Xacts;
import io.xact.it.application.ItemStore;
import io.xact.it.application.Through;
import io.xact.it.application.Through.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Stores items by JDBC in the outermost scope, and by JPA further inside. */
@Through(Access.JPA_INSIDE_JDBC)
@ApplicationScoped
public class MixedItemStore implements ItemStore {

    @Inject
    private Xacts xacts;

    @Inject
    @Through(Access.JDBC)
    private ItemStore outside;

    @Inject
    @Through(Access.FLUSHED_JPA)
    private ItemStore inside;

    @Override
    public void insert(String name) throws Exception {
        (xacts.depth() > 1 ? inside : outside).insert(name);
    }
}
