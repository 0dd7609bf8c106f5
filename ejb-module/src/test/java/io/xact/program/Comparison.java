// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import io.xact.support.Product;
import io.xact.support.Surroundings;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Plays programs in the real world and in the model, and tells where they differ. */
final class Comparison implements AutoCloseable {

    private final Tables tables;
    private final Leftovers leftovers;
    private final Supplier<World> real;
    private final boolean failureAbortsBranch;
    private final UnaryOperator<World> sabotage;

    private Comparison(Product product, UnaryOperator<World> sabotage) throws SQLException {
        Surroundings surroundings = Surroundings.of(product);
        this.tables = new Tables(surroundings);
        this.leftovers = new Leftovers(surroundings, tables);
        this.real = () -> new RealWorld(surroundings, tables);
        this.failureAbortsBranch = product == Product.POSTGRESQL;
        this.sabotage = sabotage;
    }

    static Comparison on(Product product) {
        return on(product, UnaryOperator.identity());
    }

    /** With a model that is made to be wrong. */
    static Comparison on(Product product, UnaryOperator<World> sabotage) {
        try {
            return new Comparison(product, sabotage);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What came of one program.
     *
     * @param differences where the worlds differ, in words; empty if they agree
     * @param met what was met in the real world
     */
    record Verdict(List<String> differences, Set<Construct> met) {

        boolean isDifferent() {
            return !differences.isEmpty();
        }
    }

    /** Plays a program; nothing, if the contract can't tell what comes of it. */
    Optional<Verdict> of(Program program) {
        Model model = new Model(failureAbortsBranch);
        Outcome foretold = Play.of(program, sabotage.apply(model));
        return model.beyond().isPresent() ? Optional.empty() : Optional.of(compare(program, foretold));
    }

    private Verdict compare(Program program, Outcome foretold) {
        tables.reset();
        Outcome found = Play.of(program, real.get());
        List<String> differences = new ArrayList<>(leftovers.takeAway());
        if (!found.seen().equals(foretold.seen())) {
            differences.add("foretold:\n" + foretold.seen() + "\nfound:\n" + found.seen());
        }
        return new Verdict(differences, found.met());
    }

    boolean isDifferent(Program program) {
        return of(program).filter(Verdict::isDifferent).isPresent();
    }

    /** The smallest program that still differs, and how it does; or, where another run agrees, how the first one did. */
    String shrunk(Program different, Verdict first) {
        Program smallest = Shrinking.of(different, this::isDifferent);
        Verdict verdict = of(smallest).filter(Verdict::isDifferent).orElse(first);
        return smallest + String.join("\n", verdict.differences());
    }

    @Override
    public void close() {
        tables.clear();
        try {
            tables.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
