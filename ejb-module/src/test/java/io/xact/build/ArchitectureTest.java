// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.build;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.xact.internal.engine.PlantedViolations;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The arrows between packages, and what may be used where. */
class ArchitectureTest {

    private static final JavaClasses LIBRARY = new ClassFileImporter().importPath(Path.of("target/classes"));

    private static final String[] EVERYWHERE = {"java..", "javax.sql..", "org.jspecify..", "org.jboss.logging.."};

    @SuppressWarnings("ImmutableEnumChecker") // ArchUnit's rules are immutable, and don't say so
    enum Rule {
        PUBLIC_TYPES_KNOW_NO_INTERNALS(arrows("io.xact", "io.xact", "jakarta..")),
        CONFIG_KNOWS_NOTHING(arrows("io.xact.internal.config", "io.xact")),
        SQL_KNOWS_NOTHING(arrows("io.xact.internal.sql", "io.xact", "javax.transaction.xa..")),
        ENGINE_KNOWS_NO_CONTAINER(arrows("io.xact.internal.engine", "io.xact", "jakarta.transaction..")),
        SAVEPOINTS_KNOW_ENGINE_AND_SQL(arrows(
                "io.xact.internal.savepoint",
                "io.xact",
                "io.xact.internal.engine",
                "io.xact.internal.sql",
                "jakarta.transaction..",
                "javax.transaction.xa..")),
        MESSAGES_KNOW_THE_ENGINE(arrows(
                "io.xact.internal.jms",
                "io.xact",
                "io.xact.internal.engine",
                "jakarta.jms..",
                "jakarta.transaction..",
                "javax.transaction.xa..")),
        MESSAGING_IS_KNOWN_WHERE_IT_IS_USED(noClasses()
                .that(resideOutsideOfPackage("io.xact.internal.jms")
                        .and(not(simpleNameIn(
                                "MessagingBeans",
                                "InjectedProducer",
                                "InjectedContext",
                                "PlatformConnectionFactories",
                                "NarayanaRecovery"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.jms..")),
        NARAYANA_IS_KNOWN_IN_ONE_PLACE(noClasses()
                .that()
                .doNotHaveSimpleName("NarayanaRecovery")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.arjuna..")),
        INTERCEPTORS_KNOW_THE_ENGINE(arrows(
                "io.xact.internal.interceptor",
                "io.xact",
                "io.xact.internal.engine",
                "jakarta.interceptor..",
                "jakarta.annotation..",
                "jakarta.inject..",
                "jakarta.enterprise..")),
        THE_SERVERS_OWN_IS_KNOWN_BY_THE_EXTENSION_ONLY(classes()
                .that()
                .resideInAPackage("io.xact.internal.platform")
                .should()
                .onlyBeAccessed()
                .byAnyPackage("io.xact.internal.platform..", "io.xact.internal.cdi")),
        HIBERNATE_SERVES_SMALL_INTERFACES(arrows(
                "io.xact.internal.platform.hibernate",
                "io.xact",
                "io.xact.internal.engine",
                "io.xact.internal.savepoint",
                "io.xact.internal.platform",
                "jakarta.transaction..",
                "org.hibernate..")),
        HIBERNATE_IS_KNOWN_IN_ONE_PLACE(noClasses()
                .that()
                .resideOutsideOfPackage("io.xact.internal.platform.hibernate")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.hibernate..")),
        WHAT_KNOWS_HIBERNATE_IS_LOADED_BY_ONE_CLASS(classes()
                .that()
                .resideInAPackage("io.xact.internal.platform.hibernate")
                .should()
                .onlyBeAccessed()
                .byClassesThat(resideInAPackage("io.xact.internal.platform.hibernate")
                        .or(HasName.Predicates.name("io.xact.internal.platform.ProviderContexts$Hibernate")))),
        ENGINE_DOES_NOT_TOUCH_JDBC(noClasses()
                .that()
                .resideInAPackage("io.xact.internal.engine")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")),
        SAVEPOINTS_ARE_TEXT(noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.sql.Savepoint")),
        NOTHING_PRINTS(
                noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err")),
        REFLECTIVE_CALLS_HAVE_THEIR_PLACES(noClasses()
                .that()
                .resideOutsideOfPackages("io.xact.internal.platform", "io.xact.internal.savepoint")
                .should()
                .callMethod(java.lang.reflect.Method.class, "invoke", Object.class, Object[].class));

        private final ArchRule rule;

        Rule(ArchRule rule) {
            this.rule = rule;
        }

        /** With the classes inside them. */
        private static DescribedPredicate<JavaClass> simpleNameIn(String... names) {
            return DescribedPredicate.describe(
                    "are among " + List.of(names),
                    type -> List.of(names).contains(type.getName().replaceAll(".*\\.|\\$.*", "")));
        }

        private static ArchRule arrows(String from, String... to) {
            String[] allowed = Stream.of(new String[] {from}, to, EVERYWHERE)
                    .flatMap(Arrays::stream)
                    .toArray(String[]::new);
            return classes()
                    .that()
                    .resideInAPackage(from)
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage(allowed));
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("the library keeps each rule")
    void isKept(Rule rule) {
        assertThatCode(() -> rule.rule.check(LIBRARY)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("a planted violation turns a rule red")
    void canGoRed() {
        JavaClasses planted = new ClassFileImporter().importClasses(PlantedViolations.class);

        List<Rule> red = Arrays.stream(Rule.values())
                .filter(rule ->
                        rule.rule.allowEmptyShould(true).evaluate(planted).hasViolation())
                .toList();

        assertThat(red)
                .containsExactlyInAnyOrder(
                        Rule.ENGINE_KNOWS_NO_CONTAINER,
                        Rule.HIBERNATE_IS_KNOWN_IN_ONE_PLACE,
                        Rule.ENGINE_DOES_NOT_TOUCH_JDBC,
                        Rule.SAVEPOINTS_ARE_TEXT,
                        Rule.NOTHING_PRINTS,
                        Rule.REFLECTIVE_CALLS_HAVE_THEIR_PLACES);
    }
}
