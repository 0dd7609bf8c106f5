// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.it.engine.programs.ProgramResource;
import io.xact.it.support.ApplicationClient;
import io.xact.it.support.ServerTest;
import io.xact.it.support.Tags;
import io.xact.program.FoundPrograms;
import io.xact.program.Program;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random programs on PostgreSQL and H2 in one transaction. {@code -Dxact.it.programs} says how many; {@code -Dxact.test.seed} runs
 * those of an earlier run again.
 */
@Tag(Tags.ENGINE)
class ProgramIT extends ServerTest {

    private static final int AT_ONCE = 50;

    private static final ApplicationClient APPLICATION = new ApplicationClient("programs");

    @Deployment(testable = false)
    static WebArchive application() {
        return EngineArchives.war("programs")
                .addPackage(Program.class.getPackage())
                .addPackage(ProgramResource.class.getPackage());
    }

    @Test
    @DisplayName("T1 random programs leave the rows, hooks and exceptions that the model foretells, on the server too")
    void areAsForetold() {
        int programs = Integer.getInteger("xact.it.programs", 500);
        long seed = Long.getLong("xact.test.seed", System.nanoTime());
        for (int played = 0; played < programs; seed += AT_ONCE) {
            played += play("?from=" + seed + "&count=" + AT_ONCE, seed);
        }
    }

    @Test
    @DisplayName("T1 programs that were once found out leave what the model foretells, on the server too")
    void foundOnesAreAsForetold() {
        assertThat(play("/found", 0)).isEqualTo(FoundPrograms.all().size());
    }

    /** How many of them the contract can tell about. */
    private static int play(String which, long seed) {
        String answer = APPLICATION.send("POST", "api/programs" + which).body();
        assertThat(answer).as("-Dxact.test.seed=%d", seed).matches("\\d+");
        return Integer.parseInt(answer);
    }
}
