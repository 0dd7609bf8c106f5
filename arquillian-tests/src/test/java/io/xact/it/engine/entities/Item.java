// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.entities;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the table of items. */
@Entity
@Table(name = "item")
public class Item {

    @Id
    private String name;

    private int amount;

    protected Item() {
        this("");
    }

    public Item(String name) {
        this.name = name;
    }

    public int amount() {
        return amount;
    }

    public void setAmount(int amount) {
        this.amount = amount;
    }
}
