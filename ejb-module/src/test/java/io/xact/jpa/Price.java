// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jpa;

import jakarta.persistence.Embeddable;

/** An element that can be changed in place. */
@Embeddable
public class Price {

    public int cents;

    protected Price() {}

    public Price(int cents) {
        this.cents = cents;
    }

    @Override
    public String toString() {
        return String.valueOf(cents);
    }
}
