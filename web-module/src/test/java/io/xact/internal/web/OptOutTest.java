// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.web.NonXact;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptOutTest {

    private static final OptOut WHOLE = new OptOut(true, List.of());

    @NonXact
    static class Opted {

        @NonXact({"java:/one", "java:/two"})
        void inPart(String text) {}

        void wholly(String text) {}

        void wholly(Integer number) {}
    }

    static class Heir extends Opted {

        @Override
        void inPart(String text) {}
    }

    static final class Proxy extends Heir {

        @Override
        void inPart(String text) {}

        @Override
        void wholly(String text) {}
    }

    @NonXact("java:/one")
    interface OptedInterface {

        @NonXact
        void wholly(String text);
    }

    interface HeirOfInterface extends OptedInterface {}

    static class Implementing implements HeirOfInterface {

        @Override
        public void wholly(String text) {}

        void inPart(String text) {}
    }

    static final class HeirOfImplementing extends Implementing {}

    @NonXact("java:/nearest")
    static final class Nearest extends Opted implements OptedInterface {

        @Override
        public void wholly(String text) {}
    }

    static class Generic<T> {

        @NonXact
        void handle(T handled) {}

        void wholly(T handled) {}
    }

    interface GenericInterface<T, N extends Number> {

        @NonXact
        void both(T text, N number);

        @NonXact
        void all(List<T[]> texts, T[] text);
    }

    static class Bound extends Generic<String> implements GenericInterface<String, Integer> {

        @Override
        void handle(String handled) {}

        @Override
        public void both(String text, Integer number) {}

        @Override
        public void all(List<String[]> texts, String[] text) {}

        void handle(Integer another) {}
    }

    static final class HeirOfBound extends Bound {}

    static final class None {

        void handle(String text) {}
    }

    private static OptOut of(Class<?> type, String method) {
        return OptOut.of(type, method, String.class);
    }

    private static OptOut part(String... dataSources) {
        return new OptOut(false, List.of(dataSources));
    }

    @ParameterizedTest
    @ValueSource(classes = {Opted.class, Heir.class, Proxy.class})
    @DisplayName("L18 a class's annotation counts for its methods, and for those of its subclasses, which proxies are")
    void ofClass(Class<?> type) {
        assertThat(OptOut.of(type)).isEqualTo(WHOLE);
        assertThat(of(type, "wholly")).isEqualTo(WHOLE);
        assertThat(of(type, "isNowhere")).isEqualTo(WHOLE);
    }

    @ParameterizedTest
    @ValueSource(classes = {Opted.class, Heir.class, Proxy.class})
    @DisplayName("L3 L18 a method's annotation replaces its class's, also where a subclass overrides it without one")
    void ofMethod(Class<?> type) {
        assertThat(of(type, "inPart")).isEqualTo(part("java:/one", "java:/two"));
    }

    @ParameterizedTest
    @ValueSource(classes = {OptedInterface.class, HeirOfInterface.class, Implementing.class, HeirOfImplementing.class})
    @DisplayName("L18 annotations are found on interfaces, and those above them")
    void ofInterface(Class<?> type) {
        assertThat(OptOut.of(type)).isEqualTo(part("java:/one"));
        assertThat(of(type, "inPart")).isEqualTo(part("java:/one"));
        assertThat(of(type, "wholly")).isEqualTo(WHOLE);
    }

    @Test
    @DisplayName("L18 the nearest counts, and a class before an interface")
    void nearest() {
        assertThat(OptOut.of(Nearest.class)).isEqualTo(part("java:/nearest"));
        assertThat(of(Nearest.class, "wholly"))
                .as("only the interface says something of the method")
                .isEqualTo(WHOLE);
    }

    @ParameterizedTest
    @ValueSource(classes = {Bound.class, HeirOfBound.class})
    @DisplayName("L18 annotations are found on generic methods that a class implements for its types")
    void ofGeneric(Class<?> type) {
        assertThat(of(type, "handle")).isEqualTo(WHOLE);
        assertThat(OptOut.of(type, "both", String.class, Integer.class)).isEqualTo(WHOLE);
        assertThat(OptOut.of(type, "all", List.class, String[].class)).isEqualTo(WHOLE);
    }

    @Test
    @DisplayName("another method of the same name is another method")
    void overloaded() {
        assertThat(OptOut.of(Bound.class, "handle", Integer.class)).isEqualTo(OptOut.NONE);
        assertThat(OptOut.of(Bound.class, "both", String.class)).isEqualTo(OptOut.NONE);
    }

    @Test
    @DisplayName("a method that is told by reflection is found as well")
    void ofReflectedMethod() throws NoSuchMethodException {
        assertThat(OptOut.of(HeirOfBound.class, Bound.class.getDeclaredMethod("handle", String.class)))
                .isEqualTo(WHOLE);
    }

    @Test
    @DisplayName("without an annotation a handler stays in the transaction")
    void none() {
        assertThat(of(None.class, "handle")).isEqualTo(OptOut.NONE);
        assertThat(OptOut.NONE.isNone()).isTrue();
        assertThat(WHOLE.isNone()).isFalse();
        assertThat(part("java:/one").isNone()).isFalse();
    }
}
