// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.it.engine.application.MethodScopes;
import io.xact.it.engine.application.OwnerBean;
import io.xact.it.engine.application.Step;
import io.xact.it.engine.application.TransactionalOwner;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Those who begin and end transactions. */
@ApplicationScoped
class Owners {

    @Inject
    private MethodScopes scopes;

    @Inject
    private TransactionalOwner transactional;

    @Inject
    private OwnerBean ejb;

    @Inject
    private UserTransaction userTransaction;

    /** Does work in a transaction, which is committed, or rolled back if the work throws something unchecked. */
    void run(Surrounding surrounding, Step work) throws Throwable {
        switch (surrounding) {
            case SCOPE -> scopes.run(work);
            case USER_TRANSACTION -> runByHand(work);
            case TRANSACTIONAL -> transactional.transactional(work);
            case EJB -> ejb.required(work);
            case NEIGHBOUR -> runByNeighbour(work);
        }
    }

    private void runByHand(Step work) throws Throwable {
        userTransaction.begin();
        try {
            work.run();
        } catch (Throwable failure) {
            userTransaction.rollback();
            throw failure;
        }
        userTransaction.commit();
    }

    /** Its container wraps what it doesn't know. */
    private static void runByNeighbour(Step work) throws Throwable {
        try {
            int depth = neighbour().applyAsInt(() -> {
                try {
                    work.run();
                } catch (Exception | Error failure) {
                    throw failure;
                } catch (Throwable failure) {
                    throw new IllegalStateException(failure);
                }
                return null;
            });
            assertThat(depth).as("the neighbour's own scopes").isEqualTo(1);
        } catch (EJBException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    @SuppressWarnings({"unchecked", "BanJNDI"}) // a name of the tests' own
    private static ToIntFunction<Callable<?>> neighbour() throws NamingException {
        return (ToIntFunction<Callable<?>>)
                new InitialContext().lookup("java:global/neighbour/NeighbourOwner!" + ToIntFunction.class.getName());
    }
}
