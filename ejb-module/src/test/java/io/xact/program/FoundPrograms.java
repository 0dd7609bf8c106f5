// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import static io.xact.program.InScope.lambda;

import io.xact.program.ScopeShape.How;
import io.xact.program.ScopeShape.Propagation;
import io.xact.program.Thrown.Kind;
import java.util.List;

/** Programs on which the library and the model have differed once, as they had shrunk. */
public final class FoundPrograms {

    private static final ScopeShape LAMBDA = ScopeShape.of(How.LAMBDA);
    private static final ScopeShape MERGED = LAMBDA.with(Propagation.MERGE);

    private FoundPrograms() {}

    public static List<Program> all() {
        return List.of(
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
                        Call.LIFT_ROLLBACK)),
                // sent where a server refuses statements: what had marked the transaction was not told any more
                Program.of(lambda(
                        Call.TAKE_SAVEPOINT,
                        Insert.into(Db.AUDIT),
                        Call.MARKED_BY_A_THIRD_PARTY,
                        new Savepoint(false, 0))),
                Program.of(lambda(
                        Call.TAKE_SAVEPOINT,
                        Insert.into(Db.AUDIT),
                        Call.MARKED_BY_A_THIRD_PARTY,
                        new Savepoint(true, 0))),
                Program.of(lambda(
                        Call.TAKE_SAVEPOINT,
                        Insert.into(Db.ORDERS).by(Access.UNGUARDED),
                        Call.MARKED_BY_A_THIRD_PARTY,
                        new Savepoint(true, 0))),
                Program.of(lambda(InScope.of(MERGED, lambda(Insert.into(Db.AUDIT), Call.MARKED_BY_A_THIRD_PARTY)))),
                // PostgreSQL's driver tells what has doomed the scope as the cause of what is refused later
                Program.of(lambda(
                        Caught.of(Insert.failing(Db.ORDERS)),
                        Insert.into(Db.ORDERS).by(Access.UNGUARDED))));
    }
}
