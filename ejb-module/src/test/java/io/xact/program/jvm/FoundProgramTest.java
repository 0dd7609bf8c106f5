// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.program.Comparison;
import io.xact.program.FoundPrograms;
import io.xact.program.Program;
import io.xact.support.EveryProduct;
import io.xact.support.Product;
import io.xact.support.ScopeTest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs on which the library and the model have differed once. */
@EveryProduct
class FoundProgramTest extends ScopeTest {

    private final Product product;

    FoundProgramTest(Product product) {
        super(product);
        this.product = product;
    }

    static List<Program> programs() {
        return FoundPrograms.all();
    }

    @ParameterizedTest
    @MethodSource("programs")
    @DisplayName("T1 a program that was once found out leaves what the model foretells")
    void isAsForetold(Program program) {
        try (JvmApplication application = JvmApplication.on(product)) {
            Comparison.Verdict verdict = new Comparison(application).of(program).orElseThrow();

            assertThat(verdict.differences()).as("differences").isEmpty();
        }
    }
}
