// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application.ejb;

import io.xact.Rollback;
import io.xact.Xact;
import io.xact.Xacts;
import io.xact.it.application.ItemStore;
import io.xact.it.application.Through;
import io.xact.it.application.Through.Access;
import jakarta.ejb.EJBException;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.function.ToIntFunction;

/**
 * What another application calls, in its transaction: by an interface of the JDK, since the two share no class of their own.
 * Inserts an item and answers how deep it is in scopes; an item whose name begins with {@code bad} is undone again, and the answer is 0.
 */
@Stateless
@Local(ToIntFunction.class)
public class NeighbourBean implements ToIntFunction<String> {

    @Inject
    @Through(Access.JDBC)
    private ItemStore items;

    @Inject
    private Xacts xacts;

    @Xact
    @Override
    public int applyAsInt(String name) {
        try {
            items.insert(name);
        } catch (Exception e) {
            throw new EJBException(e);
        }
        if (name.startsWith("bad")) {
            throw new Rollback();
        }
        return xacts.depth();
    }
}
