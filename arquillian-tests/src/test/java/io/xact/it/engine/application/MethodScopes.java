// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.application;

import io.xact.Rollback;
import io.xact.Xact;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** {@code @Xact} on methods. */
@ApplicationScoped
public class MethodScopes {

    @Xact
    public void run(Step work) throws Throwable {
        work.run();
    }

    @Xact
    public <T> T call(Callable<T> work) throws Exception {
        return work.call();
    }

    @Xact(savepoint = false)
    public void merged(Step work) throws Throwable {
        work.run();
    }

    @Xact(durable = true)
    public void durable(Step work) throws Throwable {
        work.run();
    }

    @Xact(requiresNew = true)
    public void requiresNew(Step work) throws Throwable {
        work.run();
    }

    @Xact(dontRollbackOn = RefusedException.class)
    public void committingOnRefused(Step work) throws Throwable {
        work.run();
    }

    @Xact(retries = 3)
    public void retrying(Step work) throws Throwable {
        work.run();
    }

    @Xact(using = Database.POSTGRESQL_NAME)
    public void usingPostgresql(Step work) throws Throwable {
        work.run();
    }

    @Xact
    public int rolledBackInt() {
        throw new Rollback();
    }

    @Xact
    public @Nullable String rolledBackObject() {
        throw new Rollback();
    }

    @Xact
    public Optional<String> rolledBackOptional() {
        throw new Rollback();
    }

    @Xact
    public String rolledBackReturning(String value) {
        throw Rollback.returning(value);
    }
}
