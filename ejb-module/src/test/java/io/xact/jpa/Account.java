// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.Cache;
import org.hibernate.annotations.CacheConcurrencyStrategy;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.NaturalIdCache;
import org.jspecify.annotations.Nullable;

/** An entity with something of everything. */
@Entity
@Table(name = "jpa_account")
@Cacheable
@Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
@NaturalIdCache
public class Account {

    @Id
    public long id;

    @Version
    public int version;

    public String name = "";

    @NaturalId(mutable = true)
    public @Nullable String code;

    @Temporal(TemporalType.TIMESTAMP)
    public @Nullable Date opened;

    @Embedded
    public Address address = new Address();

    @ElementCollection
    public Set<String> tags = new HashSet<>();

    @ElementCollection
    @OrderColumn
    public List<Price> prices = new ArrayList<>();

    @ElementCollection
    public Map<String, String> labels = new HashMap<>();

    @OneToMany(mappedBy = "account", cascade = CascadeType.ALL, orphanRemoval = true)
    @Cache(usage = CacheConcurrencyStrategy.READ_WRITE)
    public List<Line> lines = new ArrayList<>();

    @ManyToMany
    public Set<Account> friends = new HashSet<>();

    @ManyToOne(fetch = FetchType.LAZY)
    public @Nullable Account parent;

    protected Account() {}

    public Account(long id, String name) {
        this.id = id;
        this.name = name;
    }

    public Line add(String text) {
        Line line = new Line(this, text);
        lines.add(line);
        return line;
    }

    public String getName() {
        return name;
    }

    public void setName(String newName) {
        name = newName;
    }

    @Override
    public String toString() {
        return name;
    }
}
