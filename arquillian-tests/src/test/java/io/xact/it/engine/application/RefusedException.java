// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.application;

/** The application's own failure: checked, so that an EJB passes it on and leaves its transaction unmarked. */
public class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    public RefusedException() {
        super("refused by the application");
    }
}
