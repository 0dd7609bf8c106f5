// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jpa;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;

/** A part of an entity, with a collection of its own. */
@Embeddable
public class Address {

    public String street = "";

    @ElementCollection
    public List<String> phones = new ArrayList<>();
}
