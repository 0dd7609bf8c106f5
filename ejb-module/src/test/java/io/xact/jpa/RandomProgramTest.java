// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.support.EveryProduct;
import io.xact.support.Product;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Random programs with scopes in scopes, compared with what the rows should be. */
@EveryProduct
class RandomProgramTest extends JpaTest {

    private final Product product;

    RandomProgramTest(Product product) {
        super(product);
        this.product = product;
    }

    @Test
    @DisplayName("after each program the rows, and at each edge the entities, are what the model says")
    void programs() throws Exception {
        int programs = product == Product.H2 ? Integer.getInteger("xact.test.jpa-programs", 400) : 40;
        long first = Long.getLong("xact.test.jpa-seed", 1);
        for (long seed = first; seed < first + programs; seed++) {
            runProgram(seed);
        }
    }

    private void runProgram(long seed) throws Exception {
        RandomProgram program = new RandomProgram(seed, this);
        try {
            deleteRows();
            transaction(program::prepare);
            transaction(program::run);
            assertThat(program.stored()).isEqualTo(program.model());
        } catch (Throwable e) {
            throw new AssertionError("seed " + seed + ":\n" + String.join("\n", program.steps()), e);
        }
    }
}
