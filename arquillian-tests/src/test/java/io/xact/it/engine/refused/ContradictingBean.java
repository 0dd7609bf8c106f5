// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.refused;

import io.xact.Guarded;
import io.xact.Xact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/** Nothing of it can work. */
@ApplicationScoped
public class ContradictingBean {

    @Inject
    @Guarded("java:/NoSuchDS")
    private DataSource unknown;

    @Xact(durable = true, savepoint = false, retries = -1)
    public boolean contradicting() {
        return hidden();
    }

    @Xact
    private boolean hidden() {
        return unknown.equals(this);
    }
}
