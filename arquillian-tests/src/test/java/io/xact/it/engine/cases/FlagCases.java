// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.BrokenScopeException;
import io.xact.XactSavepoint;
import io.xact.XactStateException;
import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;

/** The rollback flag. */
@ApplicationScoped
public class FlagCases implements Cases {

    @Inject
    private Xacts xacts;

    @DisplayName("D1 the flag rolls the outermost scope back, which returns normally")
    public void outermost(Table items) throws Exception {
        String answer = xacts.call(() -> {
            items.insert("a");
            assertThat(xacts.isRollback()).isFalse();
            xacts.setRollback(true);
            return "returned";
        });

        assertThat(answer).isEqualTo("returned");
        assertThat(items.committed()).isEmpty();
    }

    @DisplayName("D2 code that has undone its failed work itself lifts the flag, and the rest is committed")
    public void liftedAfterRecovery(Table items) throws Exception {
        xacts.run(() -> {
            items.insert("outer");
            XactSavepoint savepoint = xacts.savepoint();
            items.insert("undone");
            assertThatThrownBy(() -> items.insert("outer")).isInstanceOf(SQLException.class);
            xacts.rollbackTo(savepoint);
            xacts.setRollback(false);
            items.insert("after");
        });

        assertThat(items.committed()).containsExactly("after", "outer");
    }

    @DisplayName("D3 outside any scope the flag can be neither read nor set")
    public void outside() {
        assertThatThrownBy(xacts::isRollback).isInstanceOf(XactStateException.class);
        assertThatThrownBy(() -> xacts.setRollback(true)).isInstanceOf(XactStateException.class);
    }

    @DisplayName("D4 set in a nested scope, it rolls back that scope alone")
    public void nested(Table items) throws Exception {
        xacts.run(() -> {
            items.insert("outer");
            xacts.run(() -> {
                items.insert("inner");
                xacts.setRollback(true);
            });
            assertThat(xacts.isRollback()).isFalse();
            items.insert("after");
        });

        assertThat(items.committed()).containsExactly("after", "outer");
    }

    @DisplayName("D5 a scope that is entered while the flag is set leaves it as it is, and refuses statements")
    public void enteredWhileSet(Table items) throws Exception {
        xacts.run(() -> {
            items.insert("outer");
            xacts.setRollback(true);
            xacts.run(() -> {
                assertThat(xacts.isRollback()).isTrue();
                assertThatThrownBy(() -> items.insert("inner"))
                        .isInstanceOf(BrokenScopeException.class)
                        .hasNoCause();
            });
            assertThat(xacts.isRollback()).isTrue();
        });

        assertThat(items.committed()).isEmpty();
    }

    @DisplayName("D6 an outermost scope begins with a clear flag, whatever came before on its thread")
    public void nextOneIsClear(Table items) throws Exception {
        xacts.run(() -> xacts.setRollback(true));
        xacts.run(() -> items.insert("next"));

        assertThat(items.committed()).containsExactly("next");
    }
}
