// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.support;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Makes data sources known by their names, where there is no JNDI; the same one may have several. */
public class NamedDataSources implements Extension {

    private final Map<String, Database> databases;

    /** Each database under its own name. */
    public NamedDataSources(Database... databases) {
        this(Arrays.stream(databases).collect(Collectors.toMap(Database::jndiName, database -> database)));
    }

    NamedDataSources(Map<String, Database> databases) {
        this.databases = Map.copyOf(databases);
    }

    void register(@Observes AfterBeanDiscovery event) {
        databases.forEach((name, database) -> event.<DataSource>addBean()
                .types(DataSource.class)
                .qualifiers(NamedLiteral.of(name))
                .scope(Dependent.class) // the pool itself, as in JNDI, and no proxy of it
                .createWith(context -> database.pool()));
    }
}
