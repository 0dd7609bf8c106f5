// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJdbcTypeCode;
import org.hibernate.annotations.Immutable;

/** An entity with what is rarely seen: an array, a bag with ids, a record with a mutable value in it. */
@Entity
@Table(name = "jpa_oddity")
@SuppressWarnings("JavaUtilDate") // the mutable type that Hibernate knows by itself
public class Oddity {

    @Id
    public long id;

    @ElementCollection
    @OrderColumn
    @Column(name = "element")
    public String[] array = {"a", "b"};

    @ElementCollection
    @CollectionId(column = @Column(name = "bag_id"), generator = "increment")
    @CollectionIdJdbcTypeCode(Types.BIGINT)
    public Collection<String> bag = new ArrayList<>(List.of("x", "x"));

    @Embedded
    public Part part = new Part("before", new Date(1000));

    protected Oddity() {}

    public Oddity(long id) {
        this.id = id;
    }

    /** A part that can't be changed, only replaced. */
    @Embeddable
    public record Part(
            String partName,
            @Temporal(TemporalType.TIMESTAMP) Date since) {}

    /** An entity that is never updated. */
    @Entity
    @Immutable
    @Table(name = "jpa_fixed")
    public static class Fixed {

        @Id
        public long id;

        public String name = "";

        protected Fixed() {}

        public Fixed(long id, String name) {
            this.id = id;
            this.name = name;
        }
    }
}
