// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.Xact;
import io.xact.XactScope;
import io.xact.Xacts;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The place in the code that is named where a scope was opened and not ended. */
@EveryProduct
public class PlaceTest extends ScopeTest {

    private final Opening bean;

    PlaceTest(Product product) {
        super(product);
        bean = surroundings().bean(Opening.class);
    }

    /** Opens a scope behind proxies and interceptors. */
    @ApplicationScoped
    public static class Opening {

        @Inject
        Xacts xacts;

        public XactScope openPlainly() {
            return xacts.begin();
        }

        @Xact
        public XactScope openInterceptedAndLeave() {
            return xacts.begin();
        }
    }

    private XactScope openHere() {
        return xacts.with().named("here").begin();
    }

    private void assertPlace(Supplier<XactScope> opening, String place) {
        Throwable thrown =
                catchThrowable(() -> xacts.run(() -> assertThat(opening.get()).isNotNull()));

        assertThat(thrown).hasStackTraceContaining("opened at io.xact.hand.PlaceTest" + place);
        assertThat(xacts.isActive()).isFalse();
    }

    @Test
    @DisplayName(
            "S8 it is the line of the code that called, by Xacts or by options, not one of ours or the container's")
    void lineOfTheCaller() {
        assertPlace(this::openHere, ".openHere(PlaceTest.java:");
        assertPlace(() -> xacts.begin(), ".lambda$");
        assertPlace(bean::openPlainly, "$Opening.openPlainly(PlaceTest.java:");
    }

    @Test
    @DisplayName("S8 in an intercepted method too, whose scope it costs")
    void interceptedMethod() {
        Throwable thrown = catchThrowable(bean::openInterceptedAndLeave);

        assertThat(thrown)
                .hasMessageContaining("openInterceptedAndLeave")
                .cause()
                .hasMessageContaining("$Opening.openInterceptedAndLeave(PlaceTest.java:");
        assertThat(xacts.isActive()).isFalse();
    }
}
