// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.refused;

import io.xact.Xact;
import jakarta.ejb.Stateless;

/** An EJB whose scopes come too late: the container's transaction is open by then. */
@Stateless
public class LateBean {

    @Xact(durable = true)
    public String durable() {
        return "durable";
    }

    @Xact(retries = 3, timeoutSeconds = 5)
    public String retrying() {
        return "retrying";
    }
}
