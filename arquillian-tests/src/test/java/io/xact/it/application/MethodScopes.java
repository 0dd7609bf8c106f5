// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application;

import io.xact.Xact;
import jakarta.enterprise.context.ApplicationScoped;

/** The annotation on a method. */
@By(Form.METHOD)
@ApplicationScoped
public class MethodScopes implements Scopes {

    @Xact
    @Override
    public void run(Step step) throws Exception {
        step.run();
    }
}
