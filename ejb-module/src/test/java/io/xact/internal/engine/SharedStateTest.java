// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.XactSavepoint;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two copies of our classes in one transaction tell each other what was undone. */
class SharedStateTest extends ScriptedEngineTest {

    @Test
    @DisplayName(
            "I9 hooks that another copy's scope held are dropped when that is undone; those before and after are not")
    void hooksInTheOtherCopysScope() {
        run(outer, () -> {
            SharedState other = new SharedState(transactions);
            current.onCommit(() -> ran.add("before"));
            long since = other.nextSequence();
            current.onCommit(() -> ran.add("inside"));
            other.noteUndone(since);
            current.onCommit(() -> ran.add("after"));
        });

        assertThat(ran).containsExactly("ended, committed true", "before", "after");
    }

    @Test
    @DisplayName("the other copy learns what was undone to a savepoint by hand")
    void undoneByHand() {
        run(outer, () -> {
            SharedState other = new SharedState(transactions);
            long before = other.nextSequence();
            XactSavepoint savepoint = current.savepoint();
            long inside = other.nextSequence();
            current.rollbackTo(savepoint);
            long after = other.nextSequence();

            assertThat(other.isUndone(before)).isFalse();
            assertThat(other.isUndone(inside)).isTrue();
            assertThat(other.isUndone(after)).isFalse();
        });
    }

    @Test
    @DisplayName("a copy knows whether it was the first in the transaction, and whether it is alone")
    void firstAndAlone() throws Exception {
        run(outer, () -> {
            ScopeStack stack = scope().stack();
            assertThat(stack.isFirst()).isTrue();
            assertThat(stack.isAlone()).isTrue();

            SharedState other = new SharedState(transactions);
            assertThat(other.isFirst()).isFalse();
            assertThat(stack.isFirst()).isTrue();
            assertThat(stack.isAlone()).isFalse();
        });

        service.begin();
        SharedState other = new SharedState(transactions);
        run(inner, () -> {
            assertThat(scope().stack().isFirst()).isFalse();
            assertThat(other.isFirst()).isTrue();
        });
        service.rollback();
    }

    @Test
    @DisplayName("a transaction's stack is kept while it is open, and is another one in each transaction")
    void stackOfATransaction() {
        run(outer, () -> {
            assertThat(ScopeStack.countOpen()).isOne();
            ScopeStack stack = scope().stack();
            run(own, () -> {
                assertThat(ScopeStack.countOpen()).isEqualTo(2);
                assertThat(scope().stack()).isNotSameAs(stack);
            });
            assertThat(ScopeStack.countOpen()).isOne();
            assertThat(Objects.requireNonNull(engine.current()).stack()).isSameAs(stack);
        });
    }
}
