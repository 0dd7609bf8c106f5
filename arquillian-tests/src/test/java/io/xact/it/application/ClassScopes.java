// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application;

import io.xact.Xact;
import jakarta.enterprise.context.RequestScoped;

/** The annotation on a class, which needs a scope annotation too to be a bean. */
@Xact
@By(Form.CLASS)
@RequestScoped
public class ClassScopes implements Scopes {

    @Override
    public void run(Step step) throws Exception {
        step.run();
    }
}
