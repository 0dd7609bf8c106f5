// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application;

import io.xact.Xacts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** No annotation. */
@By(Form.LAMBDA)
@Dependent
public class LambdaScopes implements Scopes {

    private final Xacts xacts;

    @Inject
    LambdaScopes(Xacts xacts) {
        this.xacts = xacts;
    }

    @Override
    public void run(Step step) throws Exception {
        xacts.run(step::run);
    }
}
