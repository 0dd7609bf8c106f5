// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.application;

import io.xact.Xact;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** Methods whose transaction is the EJB container's. */
@Stateless
public class OwnerBean {

    public void required(Step work) throws Throwable {
        work.run();
    }

    @Xact
    public void xact(Step work) throws Throwable {
        work.run();
    }

    /** Without the container's transaction it is outermost. */
    @Xact(retries = 3)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void retryingOnItsOwn(Step work) throws Throwable {
        work.run();
    }
}
