// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.it.engine.programs.ProgramResource;
import io.xact.it.support.ApplicationClient;
import io.xact.it.support.ServerTest;
import io.xact.it.support.Tags;
import io.xact.program.Census;
import io.xact.program.FoundPrograms;
import io.xact.program.Mix;
import io.xact.program.Program;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random programs on PostgreSQL and H2 in one transaction. {@code -Dxact.it.programs} says how many; {@code -Dxact.test.seed} runs
 * those of an earlier run again.
 */
@Tag(Tags.ENGINE)
class ProgramIT extends ServerTest {

    private static final int AT_ONCE = 50;

    private static final int RAREST_PERCENT = 1;

    private static final ApplicationClient APPLICATION = new ApplicationClient("programs");

    @Deployment(testable = false)
    static WebArchive application() {
        return EngineArchives.warWithEntities("programs")
                .addPackage(Program.class.getPackage())
                .addPackage(ProgramResource.class.getPackage());
    }

    @ParameterizedTest
    @EnumSource(
            value = Mix.class,
            names = {"GUARDED", "ANY"})
    @DisplayName("T1 random programs leave the rows, hooks and exceptions that the model foretells, on the server too")
    void areAsForetold(Mix mix, TestReporter reporter) {
        int programs = Integer.parseInt(System.getProperty("xact.it.programs"));
        long seed = Long.getLong("xact.test.seed", System.nanoTime());
        Census census = new Census();
        for (long next = seed; census.programs() < programs; next += AT_ONCE) {
            census.addAll(play("?mix=" + mix + "&from=" + next + "&count=" + AT_ONCE, next));
        }
        reporter.publishEntry(mix.name(), census.toString());
        assertThat(census.rarerThan(RAREST_PERCENT, mix))
                .as("met in less than %d %% of the programs from seed %d on: %s", RAREST_PERCENT, seed, census)
                .isEmpty();
    }

    @Test
    @DisplayName("T1 programs that were once found out leave what the model foretells, on the server too")
    void foundOnesAreAsForetold() {
        assertThat(play("/found", 0).programs()).isEqualTo(FoundPrograms.all().size());
    }

    /** What those of them have met that the contract can tell about. */
    private static Census play(String which, long seed) {
        String answer = APPLICATION.send("POST", "api/programs" + which).body();
        assertThat(answer).as("-Dxact.test.seed=%d", seed).startsWith("programs=");
        return Census.of(answer);
    }
}
