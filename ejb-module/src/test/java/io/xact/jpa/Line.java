// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.jspecify.annotations.Nullable;

/** An entity that belongs to another one. */
@Entity
@Table(name = "jpa_line")
@Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
public class Line {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    public @Nullable Long id;

    @Version
    public int version;

    @ManyToOne(fetch = FetchType.LAZY)
    public @Nullable Account account;

    public String text = "";

    protected Line() {}

    public Line(Account account, String text) {
        this.account = account;
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
