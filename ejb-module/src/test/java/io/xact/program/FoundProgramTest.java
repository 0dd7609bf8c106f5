// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import static io.xact.program.InScope.lambda;
import static org.assertj.core.api.Assertions.assertThat;

import io.xact.program.ScopeShape.How;
import io.xact.program.ScopeShape.Propagation;
import io.xact.program.Thrown.Kind;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs on which the library and the model have differed once, as they had shrunk. */
@EveryProduct
class FoundProgramTest extends ScopeTest {

    private static final ScopeShape LAMBDA = ScopeShape.of(How.LAMBDA);
    private static final ScopeShape MERGED = LAMBDA.with(Propagation.MERGE);

    private final Product product;

    FoundProgramTest(Product product) {
        super(product);
        this.product = product;
    }

    static Stream<Program> programs() {
        return Stream.of(
                // the owner's own statements were taken for unguarded ones
                Program.owned(Insert.into(Db.ORDERS), Caught.of(lambda(new Thrown(Kind.CHECKED)))),
                // so was a statement that was refused
                Program.of(lambda(lambda(Call.SET_ROLLBACK, Caught.of(Insert.into(Db.AUDIT))), Insert.into(Db.ORDERS))),
                // it was committed, and then tried again
                Program.of(InScope.of(
                        LAMBDA.listing().retrying(1),
                        Insert.into(Db.ORDERS),
                        InScope.of(
                                LAMBDA.listing(),
                                Caught.of(new Caught.Marking(List.of(new Thrown.Passing(1)))),
                                new Thrown(Kind.LISTED)))),
                // the inner scope's savepoint can't be released; the outer one was told on PostgreSQL
                Program.of(lambda(
                        Caught.of(lambda(Caught.of(Insert.failing(Db.ORDERS)), Call.LIFT_ROLLBACK)),
                        Insert.into(Db.ORDERS))),
                // one database could not release, and what the other one had released was kept
                Program.of(lambda(Caught.of(
                        lambda(Caught.of(Insert.into(Db.ORDERS), Insert.failing(Db.AUDIT)), Call.LIFT_ROLLBACK)))),
                // swallowed in a scope that was entered doomed; what it had done after the flag was lifted was kept
                Program.of(lambda(
                        Call.SET_ROLLBACK,
                        lambda(Call.LIFT_ROLLBACK, Insert.into(Db.ORDERS), new Thrown(Kind.ROLLBACK)))),
                // savepoints stayed open
                Program.of(lambda(Caught.of(InScope.of(
                        MERGED.listing(), Call.TAKE_SAVEPOINT, Insert.into(Db.AUDIT), new Thrown(Kind.LISTED))))),
                Program.of(lambda(
                        Call.TAKE_SAVEPOINT,
                        Caught.of(InScope.of(MERGED, Call.TAKE_SAVEPOINT, Insert.failing(Db.AUDIT))),
                        new Savepoint(false, 1),
                        Call.LIFT_ROLLBACK)));
    }

    @ParameterizedTest
    @MethodSource("programs")
    @DisplayName("T1 a program that was once found out leaves what the model foretells")
    void isAsForetold(Program program) {
        try (Comparison comparison = Comparison.on(product)) {
            Comparison.Verdict verdict = comparison.of(program).orElseThrow();

            assertThat(verdict.differences()).as("differences").isEmpty();
        }
    }
}
