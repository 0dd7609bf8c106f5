// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.BrokenScopeException;
import io.xact.XactScope;
import io.xact.XactTimeoutException;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import io.xact.support.Timeouts;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A scope by hand whose transaction times out. */
@EveryProduct
class TimeoutByHandTest extends ScopeTest {

    TimeoutByHandTest(Product product) {
        super(product);
    }

    private XactScope timedOut() throws SQLException {
        XactScope scope = xacts.with().timeout(Duration.ofSeconds(1)).begin();
        insert("a");
        Timeouts.await();
        return scope;
    }

    @Test
    @DisplayName("Q3 statements are refused, and commit names the timeout")
    void commitNamesTheTimeout() throws SQLException {
        XactScope scope = timedOut();
        assertThatThrownBy(() -> insert("b"))
                .isInstanceOf(BrokenScopeException.class)
                .hasCauseInstanceOf(XactTimeoutException.class);
        assertThatThrownBy(scope::commit).isInstanceOf(XactTimeoutException.class);

        assertThat(xacts.depth()).isZero();
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("Q3 close is as silent as it is otherwise, and the thread is clean")
    void closeIsSilent() throws SQLException {
        timedOut().close();
        assertThat(xacts.isActive()).isFalse();
        xacts.run(() -> insert("next"));

        assertThat(rows()).containsExactly("next");
    }

    @Test
    @DisplayName("Q3 the commit of a nested one is silent, and the outermost names the timeout")
    void nestedCommit() throws SQLException {
        XactScope outer = timedOut();
        xacts.begin().commit();
        assertThatThrownBy(outer::commit).isInstanceOf(XactTimeoutException.class);

        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("Q3 the close of a nested one is no wish of the outermost, which names the timeout")
    void nestedClose() throws SQLException {
        XactScope outer = timedOut();
        xacts.begin().close();
        assertThatThrownBy(outer::commit).isInstanceOf(XactTimeoutException.class);

        assertThat(rows()).isEmpty();
    }
}
