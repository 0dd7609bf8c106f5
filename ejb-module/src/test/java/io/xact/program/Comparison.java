// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Plays programs in the real world and in the model, and tells where they differ. */
public final class Comparison {

    private final Application application;
    private final UnaryOperator<World> sabotage;

    public Comparison(Application application) {
        this(application, UnaryOperator.identity());
    }

    /** With a model that is made to be wrong. */
    Comparison(Application application, UnaryOperator<World> sabotage) {
        this.application = application;
        this.sabotage = sabotage;
        application.takeLeftovers(); // those of others
    }

    /**
     * What came of one program.
     *
     * @param differences where the worlds differ, in words; empty if they agree
     * @param met what was met in the real world, and what the model knows of it
     */
    public record Verdict(List<String> differences, Set<Construct> met) {

        public boolean isDifferent() {
            return !differences.isEmpty();
        }
    }

    /** Plays a program; nothing, if the contract can't tell what comes of it. */
    public Optional<Verdict> of(Program program) {
        Model model = new Model(application.abortedByFailure());
        Outcome foretold = Play.of(program, sabotage.apply(model));
        return model.beyond().isPresent() ? Optional.empty() : Optional.of(compare(program, foretold, model.met()));
    }

    private Verdict compare(Program program, Outcome foretold, Set<Construct> known) {
        application.reset(World.SEED);
        Outcome found = Play.of(program, new RealWorld(application));
        List<String> differences = new ArrayList<>(application.takeLeftovers());
        if (!found.seen().equals(foretold.seen())) {
            differences.add("foretold:\n" + foretold.seen() + "\nfound:\n" + found.seen());
        }
        Set<Construct> met = EnumSet.noneOf(Construct.class);
        met.addAll(found.met());
        met.addAll(known);
        return new Verdict(differences, met);
    }

    boolean isDifferent(Program program) {
        return of(program).filter(Verdict::isDifferent).isPresent();
    }

    /** The smallest program that still differs, and how it does; or, where another run agrees, how the first one did. */
    public String shrunk(Program different, Verdict first) {
        Program smallest = Shrinking.of(different, this::isDifferent);
        Verdict verdict = of(smallest).filter(Verdict::isDifferent).orElse(first);
        return smallest + String.join("\n", verdict.differences());
    }
}
