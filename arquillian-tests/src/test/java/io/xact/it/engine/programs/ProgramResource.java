// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.programs;

import io.xact.program.Census;
import io.xact.program.Comparison;
import io.xact.program.Comparison.Verdict;
import io.xact.program.FoundPrograms;
import io.xact.program.Mix;
import io.xact.program.Program;
import io.xact.program.Programs;
import io.xact.program.QuietLog;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Plays programs. The answer is what they have met, or where the first that differs from its model does so. */
@JMSDestinationDefinition(
        name = "java:app/jms/programs",
        interfaceName = "jakarta.jms.Queue",
        destinationName = "programs")
@Path("programs")
@RequestScoped
public class ProgramResource {

    @Inject
    private ServerApplication application;

    /** Random ones. */
    @POST
    public String play(@QueryParam("from") long from, @QueryParam("count") int count, @QueryParam("mix") Mix mix) {
        return play(LongStream.range(from, from + count).mapToObj(seed -> Programs.of(seed, mix)));
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
            Census census = new Census();
            for (Program program : (Iterable<Program>) programs::iterator) {
                Optional<Verdict> verdict = comparison.of(program);
                if (verdict.filter(Verdict::isDifferent).isPresent()) {
                    return comparison.shrunk(program, verdict.get());
                }
                verdict.map(Verdict::met).ifPresent(census::add);
            }
            return census.digest();
        }
    }

    private static void requireQuiet(QuietLog quiet) {
        if (!quiet.isQuiet()) {
            throw new IllegalStateException("The log is not off: programs would fill it");
        }
    }
}
