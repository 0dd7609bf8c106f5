// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.util.List;
import javax.sql.DataSource;

/** Makes data sources known by their names, where there is no JNDI. */
public class NamedDataSources implements Extension {

    private final List<Database> databases;

    /** Each database under its own name. */
    public NamedDataSources(Database... databases) {
        this.databases = List.of(databases);
    }

    void register(@Observes AfterBeanDiscovery event) {
        databases.forEach(database -> event.<DataSource>addBean()
                .types(DataSource.class)
                .qualifiers(NamedLiteral.of(database.jndiName()))
                .scope(ApplicationScoped.class)
                .createWith(context -> database.pool()));
    }
}
