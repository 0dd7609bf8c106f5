// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.Xacts;
import io.xact.it.engine.application.ClassScopes;
import io.xact.it.engine.application.Database;
import io.xact.it.engine.application.Jta;
import io.xact.it.engine.application.MethodScopes;
import io.xact.it.engine.application.Sql;
import io.xact.it.engine.application.Tables;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Plays a shape in somebody's transaction, once for each way to end it: the owner writes rows, the shape is played, the owner
 * ends. Meanwhile nothing is committed and nothing rolled back but the shape's own work; afterwards the owner's end alone counts.
 */
@ApplicationScoped
class SurroundedPlay {

    private static final List<String> OWNERS_ROWS = List.of("of the owner", "of the owner too");
    private static final String NEXT_ROW = "after the end";

    @Inject
    private Xacts xacts;

    @Inject
    private MethodScopes scopes;

    @Inject
    private ClassScopes classScopes;

    @Inject
    private Tables tables;

    @Inject
    private Stores stores;

    @Inject
    private Owners owners;

    @Inject
    private Jta jta;

    void play(Method shape, Surrounding surrounding, Work work, Database database) throws Exception {
        for (Ending ending : shape.getAnnotation(Shape.class).ends()) {
            tables.clear();
            play(shape, stage(surrounding, work, database), ending);
        }
    }

    private Stage stage(Surrounding surrounding, Work work, Database database) {
        var items = tables.in(database);
        return new Stage(xacts, scopes, classScopes, jta.manager(), items, work, stores.of(work, items), surrounding);
    }

    private void play(Method shape, Stage stage, Ending ending) throws Exception {
        Shape contract = shape.getAnnotation(Shape.class);
        boolean dooms =
                Arrays.asList(contract.dooms()).contains(stage.surrounding().ownership());
        @Nullable Throwable outcome = catchThrowable(() -> owners.run(stage.surrounding(), () -> {
            String before = beginWork(stage);
            playOn(stage, shape);
            if (!dooms) {
                assertThat(transaction(stage)).as("the transaction, afterwards").isEqualTo(before);
                assertThat(stage.names()).as("seen inside").containsExactlyInAnyOrder(left(contract));
            }
            assertThat(stage.items().committed())
                    .as("seen by others before the owner's end")
                    .isEmpty();
            if (ending == Ending.ROLL_BACK) {
                throw new OwnersWishException();
            }
        }));

        assertOutcome(outcome, ending, stage.surrounding(), dooms, contract.loud());
        boolean kept = ending == Ending.COMMIT && !dooms;
        assertThat(stage.items().committed())
                .as("committed, where the owner's end was to %s", ending)
                .containsExactlyInAnyOrder(kept ? left(contract) : new String[0]);
        assertNextStatementWorks(stage);
    }

    /** An entity manager has written the first row then, and not the second. */
    private String beginWork(Stage stage) throws Exception {
        stage.insert(OWNERS_ROWS.get(0));
        assertThat(stage.names()).as("the owner's").containsExactly(OWNERS_ROWS.get(0));
        String transaction = transaction(stage);
        stage.insert(OWNERS_ROWS.get(1));
        return transaction;
    }

    /** What can be told of the thread's transaction: JTA's, the database's, and the scopes in it. */
    private String transaction(Stage stage) throws Exception {
        assertThat(stage.status()).as("JTA's status").isEqualTo(Status.STATUS_ACTIVE);
        assertThat(xacts.depth()).as("scopes around").isEqualTo(stage.depthAround());
        assertThat(!stage.isForeign() && xacts.isRollback())
                .as("the owner's flag")
                .isFalse();
        String query = stage.items().database() == Database.H2
                ? "SELECT TRANSACTION_ID()"
                : "SELECT CAST(pg_current_xact_id() AS text)";
        var dataSource = stage.work() == Work.GUARDED
                ? stage.items().guarded()
                : stage.items().unguarded();
        return jta.manager().getTransaction() + " " + Sql.query(dataSource, query);
    }

    private static void playOn(Stage stage, Method shape) throws Throwable {
        Object shapes = shape.getDeclaringClass().getConstructor().newInstance();
        try {
            shape.invoke(shapes, stage);
        } catch (InvocationTargetException e) {
            throw new AssertionError("The shape failed", e.getCause());
        }
    }

    private static String[] left(Shape contract) {
        return Stream.concat(OWNERS_ROWS.stream(), Stream.of(contract.leaves())).toArray(String[]::new);
    }

    private static void assertOutcome(
            @Nullable Throwable outcome, Ending ending, Surrounding surrounding, boolean dooms, boolean loud) {
        if (ending == Ending.ROLL_BACK) {
            assertThat(outcome).as("the owner rolls back").isInstanceOf(OwnersWishException.class);
        } else if (dooms
                && surrounding.doomed().isPresent()
                && (loud || surrounding.ownership() == Ownership.FOREIGN)) {
            assertThat(outcome)
                    .as("the owner can't commit")
                    .isInstanceOf(surrounding.doomed().get());
        } else {
            assertThat(outcome).as("the owner's outcome").isNull();
        }
    }

    private static void assertNextStatementWorks(Stage stage) throws Exception {
        List<String> before = stage.items().committed();
        stage.items().insert(NEXT_ROW);
        assertThat(stage.items().committed())
                .as("the next statement, outside any transaction")
                .hasSize(before.size() + 1)
                .contains(NEXT_ROW);
    }
}
