// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeldHeadersTest {

    private final BareContainer container = new BareContainer();
    private final HeldHeaders headers = new HeldHeaders(container.response());

    @BeforeEach
    void someAreThere() {
        container.headers.put("Before", new ArrayList<>(List.of("one", "two")));
    }

    @Test
    @DisplayName("what is set replaces what was there before, whatever the case of its name")
    void set() {
        headers.set("BEFORE", "new");
        assertThat(headers.values("before")).containsExactly("new");
        assertThat(headers.names()).hasSize(1);
        assertThat(container.headers.get("Before")).as("nothing is sent yet").containsExactly("one", "two");

        headers.send();
        assertThat(container.headers.get("Before")).containsExactly("new");
    }

    @Test
    @DisplayName("what is added comes after what was there before")
    void add() {
        headers.add("before", "three");
        headers.add("other", "1");
        headers.add("OTHER", "2");
        assertThat(headers.values("Before")).containsExactly("one", "two", "three");
        assertThat(headers.names()).hasSize(2);

        headers.send();
        assertThat(container.headers.get("Before")).containsExactly("one", "two", "three");
        assertThat(container.headers.get("Other")).containsExactly("1", "2");
    }

    @Test
    @DisplayName("what is added after it was set comes after that")
    void addToSet() {
        headers.set("Before", "new");
        headers.add("Before", "newer");

        headers.send();
        assertThat(container.headers.get("Before")).containsExactly("new", "newer");
    }

    @Test
    @DisplayName("null takes a header away, and adds nothing")
    void nulls() {
        headers.add("Before", null);
        assertThat(headers.values("Before")).hasSize(2);

        headers.set("Before", null);
        assertThat(headers.values("Before")).isEmpty();
        assertThat(headers.names()).isEmpty();

        headers.send();
        assertThat(container.headers).isEmpty();
    }

    @Test
    @DisplayName("cleared, there is what was there before")
    void clear() {
        headers.set("Before", "new");
        headers.clear();

        assertThat(headers.values("Before")).containsExactly("one", "two");
    }

    @Test
    @DisplayName("a header that the container has set meanwhile is the container's")
    void forget() {
        headers.set("Before", "new");
        headers.forget("before");

        headers.send();
        assertThat(container.headers.get("Before")).containsExactly("one", "two");
    }

    @Test
    @DisplayName("the content length is told as such; a text that is none is left to the container")
    void contentLength() {
        headers.set("content-LENGTH", " 12 ");
        headers.send();
        assertThat(container.contentLength).isEqualTo(12);
        assertThat(container.headers).doesNotContainKey("Content-Length");

        headers.set("Content-Length", "long");
        headers.send();
        assertThat(container.headers.get("Content-Length")).containsExactly("long");
    }

    @ParameterizedTest
    @CsvSource({"0, 'Thu, 01 Jan 1970 00:00:00 GMT'", "1790000000999, 'Mon, 21 Sep 2026 14:13:20 GMT'"})
    @DisplayName("dates are as HTTP wants them")
    void dates(long millis, String text) {
        assertThat(HeldHeaders.date(millis)).isEqualTo(text);
    }
}
