// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application.ejb;

import io.xact.Xact;
import io.xact.it.application.By;
import io.xact.it.application.Form;
import io.xact.it.application.Scopes;
import io.xact.it.application.Step;
import jakarta.ejb.Stateless;

/** The annotation on a method of an EJB. Its transaction attribute is the default, {@code REQUIRED}. */
@Stateless
@By(Form.EJB)
public class EjbScopes implements Scopes {

    @Xact
    @Override
    public void run(Step step) throws Exception {
        step.run();
    }
}
