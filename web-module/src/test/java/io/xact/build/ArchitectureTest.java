// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.build;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.xact.internal.web.PlantedViolations;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The arrows from the filter's packages, and what may be used in them. */
class ArchitectureTest {

    private static final JavaClasses MODULE = new ClassFileImporter().importPath(Path.of("target/classes"));

    private static final String WEB = "io.xact.internal.web";

    private static final String PLATFORM = "io.xact.internal.platform";

    private static final String CDI = "io.xact.internal.cdi";

    @SuppressWarnings("ImmutableEnumChecker") // ArchUnit's rules are immutable, and don't say so
    enum Rule {
        THE_FILTER_ASKS_THE_ENGINE(classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "io.xact",
                        "io.xact.web",
                        WEB,
                        "io.xact.internal.engine",
                        "io.xact.internal.sql",
                        PLATFORM,
                        CDI,
                        "java..",
                        "jakarta..",
                        "org.jspecify..",
                        "org.jboss.logging.."))),
        ONE_CLASS_KNOWS_THE_SERVERS_OWN(only(PLATFORM, "FilterChecks")),
        WHAT_CHECKS_KNOWS_THE_EXTENSION(only(CDI, "FilterChecks", "NonXactExtension")),
        WITHOUT_JAX_RS_THE_FILTER_WORKS(only("jakarta.ws.rs..", "NonXactFeature", "NonXactFilter")),
        NOTHING_PRINTS(
                noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err")),
        NOTHING_IS_CALLED_BY_REFLECTION(noClasses()
                .should()
                .callMethod(java.lang.reflect.Method.class, "invoke", Object.class, Object[].class));

        private final ArchRule rule;

        Rule(ArchRule rule) {
            this.rule = rule;
        }

        private static ArchRule only(String known, String... who) {
            return noClasses()
                    .that(describe("know nothing of it", type -> !List.of(who).contains(type.getSimpleName())))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(known);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("the module keeps each rule")
    void isKept(Rule rule) {
        assertThatCode(() -> rule.rule.check(MODULE)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("a planted violation turns each rule red")
    void canGoRed() {
        JavaClasses planted = new ClassFileImporter().importClasses(PlantedViolations.class);

        List<Rule> red = Arrays.stream(Rule.values())
                .filter(rule -> rule.rule.evaluate(planted).hasViolation())
                .toList();

        assertThat(red).containsExactly(Rule.values());
    }
}
