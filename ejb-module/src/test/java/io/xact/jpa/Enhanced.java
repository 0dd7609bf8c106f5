// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jpa;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** An entity whose bytecode is enhanced: it knows what is dirty, and loads its text when that is asked for. */
@Entity
@Table(name = "jpa_enhanced")
public class Enhanced implements Enhanceable {

    @Id
    private long id;

    @Version
    private int version;

    private String name = "";

    @Basic(fetch = FetchType.LAZY)
    private String text = "";

    @Override
    public void init(long newId, String newName, String newText) {
        id = newId;
        name = newName;
        text = newText;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public void setName(String newName) {
        name = newName;
    }

    @Override
    public String getText() {
        return text;
    }

    @Override
    public void setText(String newText) {
        text = newText;
    }

    @Override
    public String toString() {
        return id + " " + version;
    }
}
