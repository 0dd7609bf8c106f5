// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is done with an answer, by whom.
 *
 * @param path the wrapped path that it is posted to
 * @param steps what each does
 */
record AnswerSequence(String path, Map<By, List<AnswerStep>> steps) {

    /** Who does something, in the order of a request. */
    enum By {
        FILTER_OUTSIDE("outer-before"),
        FILTER_INSIDE("inner-before"),
        HANDLER("do"),
        FILTER_INSIDE_AFTERWARDS("inner-after"),
        FILTER_OUTSIDE_AFTERWARDS("outer-after");

        private final String parameter;

        By(String parameter) {
            this.parameter = parameter;
        }
    }

    static AnswerSequence of(String path, By who, List<AnswerStep> steps) {
        return new AnswerSequence(path, new EnumMap<>(Map.of(who, steps)));
    }

    /** A request's parameters, a name and a value each. */
    String[] parameters() {
        return steps.entrySet().stream()
                .flatMap(each -> Stream.of(each.getKey().parameter, AnswerStep.text(each.getValue())))
                .toArray(String[]::new);
    }

    /** The smallest sequence that is found and of which the same is true. */
    AnswerSequence shrunk(Predicate<AnswerSequence> isTrue) {
        AnswerSequence smallest = this;
        for (boolean shrunk = true; shrunk; ) {
            AnswerSequence next = smallest.smaller().filter(isTrue).findFirst().orElse(smallest);
            shrunk = !next.equals(smallest);
            smallest = next;
        }
        return smallest;
    }

    private Stream<AnswerSequence> smaller() {
        return steps.keySet().stream()
                .flatMap(who -> smaller(steps.getOrDefault(who, List.of())).map(fewer -> with(who, fewer)));
    }

    private AnswerSequence with(By who, List<AnswerStep> fewer) {
        Map<By, List<AnswerStep>> smaller = new EnumMap<>(steps);
        if (fewer.isEmpty()) {
            smaller.remove(who);
        } else {
            smaller.put(who, fewer);
        }
        return new AnswerSequence(path, smaller);
    }

    /** Without one of the steps, or one of those inside it, or with those instead of it. */
    private static Stream<List<AnswerStep>> smaller(List<AnswerStep> steps) {
        return IntStream.range(0, steps.size()).boxed().flatMap(i -> {
            AnswerStep step = steps.get(i);
            return Stream.concat(
                            Stream.of(List.<AnswerStep>of(), step.inside()),
                            smaller(step.inside()).map(inside -> List.of(step.around(inside))))
                    .map(replacement -> replaced(steps, i, replacement));
        });
    }

    private static List<AnswerStep> replaced(List<AnswerStep> steps, int index, List<AnswerStep> replacement) {
        List<AnswerStep> replaced = new ArrayList<>(steps.subList(0, index));
        replaced.addAll(replacement);
        replaced.addAll(steps.subList(index + 1, steps.size()));
        return replaced;
    }

    @Override
    public String toString() {
        return "/" + path
                + steps.entrySet().stream()
                        .map(each -> System.lineSeparator() + each.getKey() + " " + readable(each.getValue()))
                        .collect(Collectors.joining());
    }

    private static String readable(List<AnswerStep> steps) {
        return steps.stream()
                .map(step -> step.isNested() ? step.name() + " {" + readable(step.inside()) + "}" : step.toString())
                .collect(Collectors.joining("; "));
    }
}
