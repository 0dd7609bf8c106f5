// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes a failing program smaller for as long as it fails: leaves out steps, takes away what is around steps, and takes plainer
 * ones. (jqwik's shrinking does the first and the last, but can't take a level away.)
 */
final class Shrinking {

    private Shrinking() {}

    /** The smallest program that is found and still fails. */
    static Program of(Program failing, Predicate<Program> fails) {
        Program smallest = failing;
        for (boolean shrunk = true; shrunk; ) {
            Program next = smaller(smallest).filter(fails).findFirst().orElse(smallest);
            shrunk = !next.equals(smallest);
            smallest = next;
        }
        return smallest;
    }

    private static Stream<Program> smaller(Program program) {
        Stream<Program> unowned = program.owner() == Program.Owner.NONE
                ? Stream.of()
                : Stream.of(new Program(Program.Owner.NONE, program.steps()));
        return Stream.concat(unowned, smaller(program.steps()).map(steps -> new Program(program.owner(), steps)));
    }

    private static Stream<List<Step>> smaller(List<Step> steps) {
        return IntStream.range(0, steps.size())
                .boxed()
                .flatMap(i -> Stream.concat(Stream.of(List.<Step>of()), smaller(steps.get(i)))
                        .map(replacement -> replaced(steps, i, replacement)));
    }

    /** What may stand for a step: what is inside it, or a smaller one. */
    private static Stream<List<Step>> smaller(Step step) {
        Stream<List<Step>> plainer = step.plainer().map(List::of);
        if (step instanceof Nest nest) {
            Stream<List<Step>> inside = smaller(nest.steps()).map(steps -> List.of(nest.around(steps)));
            return Stream.concat(Stream.of(nest.steps()), Stream.concat(plainer, inside));
        }
        return plainer;
    }

    private static List<Step> replaced(List<Step> steps, int index, List<Step> replacement) {
        List<Step> replaced = new ArrayList<>(steps.subList(0, index));
        replaced.addAll(replacement);
        replaced.addAll(steps.subList(index + 1, steps.size()));
        return replaced;
    }
}
