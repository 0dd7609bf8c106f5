// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application.ejb;

import io.xact.Guarded;
import io.xact.Xact;
import io.xact.it.application.RefusedException;
import io.xact.it.application.Rows;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The annotation and the guarded data source right in an EJB; the transaction is the EJB container's. */
@Stateless
public class DirectBean {

    @Inject
    @Guarded("java:jboss/datasources/ExampleDS")
    private DataSource dataSource;

    @Xact
    public void insert(String name, boolean refuse) throws SQLException, RefusedException {
        Rows.insert(dataSource, name, refuse);
    }
}
