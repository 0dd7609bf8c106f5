// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.database;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;

/** Creates missing tables at start. Outside a transaction: H2 commits what is under way before it runs DDL. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaCreator {

    private static final Pattern END_OF_STATEMENT = Pattern.compile(";\\s*\\R|;\\s*$");

    @Inject
    Database database;

    @PostConstruct
    void create() {
        END_OF_STATEMENT.splitAsStream(script()).filter(sql -> !sql.isBlank()).forEach(database::execute);
    }

    private static String script() {
        try (InputStream script = SchemaCreator.class.getResourceAsStream("schema.sql")) {
            return new String(Objects.requireNonNull(script, "schema.sql").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
