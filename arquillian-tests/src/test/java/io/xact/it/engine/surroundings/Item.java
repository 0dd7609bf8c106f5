// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.surroundings;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the table that the other kinds of work write to. */
@Entity
@Table(name = "item")
public class Item {

    @Id
    private String name;

    protected Item() {
        this("");
    }

    public Item(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }
}
