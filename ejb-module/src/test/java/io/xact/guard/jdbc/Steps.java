// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard.jdbc;

import io.xact.support.Product;
import java.util.stream.Stream;

/** All steps. */
final class Steps {

    private Steps() {}

    static Stream<Step> on(Product product) {
        return product == Product.POSTGRESQL ? Stream.concat(everywhere(), onPostgres()) : everywhere();
    }

    private static Stream<Step> everywhere() {
        return Stream.of(
                        group("text", TextSteps.all()),
                        group("failure", FailureSteps.all()),
                        group("parameter", ParameterSteps.all()),
                        group("prepared", PreparedSteps.all()),
                        group("scopes", ScopeSteps.all()),
                        group("rows", ResultSetSteps.all()),
                        group("keys", KeyAndBatchSteps.all()),
                        group("connection", ConnectionSteps.all()))
                .flatMap(steps -> steps);
    }

    private static Stream<Step> onPostgres() {
        return Stream.concat(group("text", PostgresTextSteps.all()), group("driver", PostgresSteps.all()));
    }

    private static Stream<Step> group(String name, Stream<Step> steps) {
        return steps.map(step -> step.in(name));
    }
}
