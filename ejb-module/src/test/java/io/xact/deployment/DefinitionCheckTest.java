// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.Rollback;
import io.xact.Xact;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Stereotype;
import jakarta.enterprise.inject.spi.DefinitionException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What can't work is refused at deployment, all of it in one exception. */
class DefinitionCheckTest {

    @ApplicationScoped
    static class OnPrivateMethod {
        @Xact
        @SuppressWarnings("UnusedMethod") // nobody could use it well
        private void hidden() {}
    }

    @ApplicationScoped
    static class OnStaticMethod {
        @Xact
        static void common() {}
    }

    @Dependent
    static class OnFinalMethod {
        @Xact
        final void fixed() {}
    }

    @Xact
    @Dependent
    static class FinalMethodInClass {
        public final void fixed() {}
    }

    @Dependent
    static final class OnFinalClass {
        @Xact
        void method() {}
    }

    @ApplicationScoped
    static class OnCallback {
        @Xact
        @PostConstruct
        void start() {}
    }

    interface OnInterface {
        @Xact
        void method();
    }

    static class WithoutConstructor {
        WithoutConstructor(String needed) {
            assertThat(needed).isNotNull();
        }

        @Xact
        void method() {}
    }

    @SuppressWarnings("ClassCanBeStatic") // that is what is wrong with it
    class Inner {
        @Xact
        void method() {}
    }

    @ApplicationScoped
    static class DurableWithoutSavepoint {
        @Xact(durable = true, savepoint = false)
        void method() {}
    }

    @ApplicationScoped
    static class RequiresNewWithoutSavepoint {
        @Xact(requiresNew = true, savepoint = false)
        void method() {}
    }

    @ApplicationScoped
    static class NegativeTimeout {
        @Xact(timeoutSeconds = -1)
        void method() {}
    }

    @ApplicationScoped
    static class NegativeRetries {
        @Xact(retries = -1)
        void method() {}
    }

    @ApplicationScoped
    static class ListedRollback {
        @Xact(dontRollbackOn = Rollback.class)
        void method() {}
    }

    @ApplicationScoped
    static class BlankName {
        @Xact(using = " ")
        void method() {}
    }

    @Stereotype
    @Xact(timeoutSeconds = -5)
    @ApplicationScoped
    @Retention(RetentionPolicy.RUNTIME)
    @interface Hasty {}

    @Hasty
    static class ByStereotype {
        public void method() {}
    }

    @Stateless
    static class DurableInEjb {
        @Xact(durable = true, retries = 1, timeoutSeconds = 5)
        public void method() {}
    }

    @Xact(retries = 1)
    @Stateful
    static class RetriesInEjb {
        @TransactionAttribute(TransactionAttributeType.NEVER)
        public void outside() {}

        @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
        public void inside() {}
    }

    @MessageDriven
    static class TimeoutInMessageDrivenBean {
        @Xact(timeoutSeconds = 5)
        public void onMessage() {}
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(OnPrivateMethod.class, "OnPrivateMethod.hidden has @Xact and is private"),
                Arguments.of(OnStaticMethod.class, "OnStaticMethod.common has @Xact and is static"),
                Arguments.of(OnFinalMethod.class, "OnFinalMethod.fixed has @Xact and is final"),
                Arguments.of(FinalMethodInClass.class, "FinalMethodInClass.fixed has @Xact and is final"),
                Arguments.of(OnFinalClass.class, "OnFinalClass has @Xact and is final"),
                Arguments.of(OnCallback.class, "OnCallback.start has @Xact and is a callback"),
                Arguments.of(OnInterface.class, "OnInterface has @Xact and is an interface"),
                Arguments.of(WithoutConstructor.class, "WithoutConstructor has @Xact and is a class that"),
                Arguments.of(Inner.class, "Inner has @Xact and is an inner class"),
                Arguments.of(DurableWithoutSavepoint.class, "durable with savepoint = false"),
                Arguments.of(RequiresNewWithoutSavepoint.class, "requiresNew with savepoint = false"),
                Arguments.of(NegativeTimeout.class, "NegativeTimeout.method: PT-1S"),
                Arguments.of(NegativeRetries.class, "NegativeRetries.method: -1 retries"),
                Arguments.of(ListedRollback.class, "Rollback can't be listed"),
                Arguments.of(BlankName.class, "a name in using is blank"),
                Arguments.of(ByStereotype.class, "ByStereotype.method: PT-5S"),
                Arguments.of(DurableInEjb.class, "DurableInEjb.method has @Xact with durable, retries, timeoutSeconds"),
                Arguments.of(RetriesInEjb.class, "RetriesInEjb.inside has @Xact with retries"),
                Arguments.of(TimeoutInMessageDrivenBean.class, "onMessage has @Xact with timeoutSeconds"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    @DisplayName("what can't work is refused, with its place and what is wrong")
    void isRefused(Class<?> bean, String told) {
        assertThat(catchThrowable(() -> Deployment.of(bean)))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining(told);
    }

    @ApplicationScoped
    static class SeveralProblems {
        @Xact(durable = true, savepoint = false, timeoutSeconds = -1, retries = -2)
        void contradicting() {}

        @Xact
        @SuppressWarnings("UnusedMethod") // nobody could use it well
        private void hidden() {}
    }

    @Test
    @DisplayName("all problems of all classes, and of the settings, come in one exception")
    void allInOne() {
        System.setProperty("xact.merged-failure", "whisper");
        try {
            assertThat(catchThrowable(() -> Deployment.of(SeveralProblems.class, OnStaticMethod.class, Inner.class)))
                    .isInstanceOf(DefinitionException.class)
                    .message()
                    .satisfies(message -> assertThat(List.of(
                                    "durable with savepoint = false",
                                    "PT-1S",
                                    "-2 retries",
                                    "hidden has @Xact and is private",
                                    "common has @Xact and is static",
                                    "is an inner class",
                                    "xact.merged-failure is \"whisper\""))
                            .allSatisfy(told -> assertThat(message).contains(told)));
        } finally {
            System.clearProperty("xact.merged-failure");
        }
    }

    abstract static class Base {
        @Xact
        public void inherited() {}
    }

    @ApplicationScoped
    static class Sound extends Base {
        @Xact(durable = true, timeoutSeconds = 5, retries = 3, dontRollbackOn = IllegalStateException.class)
        void method() {}
    }

    @Stateless
    static class SoundEjb {
        @Xact
        public void nested() {}

        @Xact(requiresNew = true, durable = true, retries = 1, timeoutSeconds = 5)
        public void ofItsOwn() {}

        @Xact(durable = true, retries = 1)
        @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
        public void outside() {}
    }

    @Singleton
    @Xact(durable = true, timeoutSeconds = 5)
    @TransactionManagement(TransactionManagementType.BEAN)
    static class EjbWithTransactionsOfItsOwn {
        public void method() {}
    }

    @Test
    @DisplayName("what can work is deployed")
    void soundIsDeployed() {
        assertThatCode(() -> Deployment.of(Base.class, Sound.class, SoundEjb.class, EjbWithTransactionsOfItsOwn.class))
                .doesNotThrowAnyException();
    }
}
