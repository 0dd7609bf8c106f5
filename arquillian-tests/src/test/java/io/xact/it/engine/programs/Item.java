// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.programs;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the table that programs write to. */
@Entity
@Table(name = "item")
public class Item {

    @Id
    private String name;

    protected Item() {
        this("");
    }

    Item(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }
}
