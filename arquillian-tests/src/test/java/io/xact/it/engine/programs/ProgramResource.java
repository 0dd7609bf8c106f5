// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.programs;

import io.xact.program.Comparison;
import io.xact.program.Comparison.Verdict;
import io.xact.program.FoundPrograms;
import io.xact.program.Program;
import io.xact.program.Programs;
import io.xact.program.QuietLog;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Plays programs. The answer is how many, or where the first that differs from its model does so. */
@Path("programs")
@RequestScoped
public class ProgramResource {

    @Inject
    private ServerApplication application;

    /** Random ones. */
    @POST
    public String play(@QueryParam("from") long from, @QueryParam("count") int count) {
        return play(LongStream.range(from, from + count).mapToObj(Programs::of));
    }

    /** Those that have differed once. */
    @POST
    @Path("found")
    public String playFound() {
        return play(FoundPrograms.all().stream());
    }

    private String play(Stream<Program> programs) {
        try (QuietLog quiet = QuietLog.on()) {
            requireQuiet(quiet);
            Comparison comparison = new Comparison(application);
            int played = 0;
            for (Program program : (Iterable<Program>) programs::iterator) {
                Optional<Verdict> verdict = comparison.of(program);
                if (verdict.filter(Verdict::isDifferent).isPresent()) {
                    return comparison.shrunk(program, verdict.get());
                }
                played += verdict.isPresent() ? 1 : 0;
            }
            return String.valueOf(played);
        }
    }

    private static void requireQuiet(QuietLog quiet) {
        if (!quiet.isQuiet()) {
            throw new IllegalStateException("The log is not off: programs would fill it");
        }
    }
}
