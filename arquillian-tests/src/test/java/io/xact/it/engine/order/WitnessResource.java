// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.order;

import io.xact.it.engine.application.EmptyResource;
import java.util.function.Supplier;
import javax.transaction.xa.Xid;

/** A branch that looks at what the others have done by the time it is committed. */
final class WitnessResource extends EmptyResource {

    private final Supplier<String> look;
    private String seen = "nothing";

    WitnessResource(Supplier<String> look) {
        this.look = look;
    }

    @Override
    public void commit(Xid xid, boolean onePhase) {
        seen = look.get();
    }

    String seen() {
        return seen;
    }
}
