// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.neighbour;

import io.xact.Xact;
import io.xact.Xacts;
import jakarta.ejb.EJBException;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;

/**
 * Does another application's work in a scope of its own, which is outermost, for the container begins no transaction; answers how
 * deep that is in the scopes of its own copy. The two applications share no class but those of the JDK, hence the interface: one
 * without default methods, which the container can't look into.
 */
@Stateless
@Local(ToIntFunction.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NeighbourOwner implements ToIntFunction<Callable<?>> {

    @Inject
    private Xacts xacts;

    @Xact
    @Override
    public int applyAsInt(Callable<?> work) {
        try {
            work.call();
            return xacts.depth();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new EJBException(e);
        }
    }
}
