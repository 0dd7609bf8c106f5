// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.it.requests.AnswerSequence.By;
import io.xact.it.support.ServerTest;
import io.xact.it.support.Tags;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is done with an answer at random, with the filter and without. {@code -Dxact.it.answers} says how many sequences; {@code
 * -Dxact.test.seed} runs those of an earlier run again.
 */
@Tag(Tags.ENGINE)
class AnswerIT extends ServerTest {

    private final RequestsClient client = new RequestsClient("answers");

    @Deployment(testable = false)
    static WebArchive application() {
        return RequestArchives.war("answers");
    }

    @Test
    @DisplayName("L15 an answer that is held until the commit becomes what it would have been without")
    void areTheSame() {
        int answers = Integer.parseInt(System.getProperty("xact.it.answers"));
        int shown =
                Integer.getInteger("xact.it.answers.shown", 1); // more of them, to look for what they have in common
        long seed = Long.getLong("xact.test.seed", System.nanoTime());
        String differences = LongStream.range(seed, seed + answers)
                .filter(each -> isDifferent(AnswerSequences.of(each)))
                .limit(shown)
                .mapToObj(this::difference)
                .collect(Collectors.joining(System.lineSeparator()));
        assertThat(differences).isEmpty();
    }

    @Test
    @DisplayName("a difference is found, and reduced to the steps that make it")
    void canGoRed() {
        List<AnswerStep> afterFlush = List.of(
                new AnswerStep("write", "x"),
                AnswerStep.include(List.of(new AnswerStep("write", "y"))),
                new AnswerStep("flush", ""),
                new AnswerStep("header", "X-One=late"),
                new AnswerStep("write", "z"));
        AnswerSequence sequence = AnswerSequence.of("steps", By.HANDLER, afterFlush);

        assertThat(BareAnswer.tellsOf(sequence))
                .as("left out, because it is different")
                .isFalse();
        assertThat(sequence.shrunk(this::isAnsweredInAnotherWay).steps())
                .containsExactly(Map.entry(By.HANDLER, List.of(afterFlush.get(2), afterFlush.get(3))));
    }

    private boolean isDifferent(AnswerSequence sequence) {
        return BareAnswer.tellsOf(sequence) && isAnsweredInAnotherWay(sequence);
    }

    private boolean isAnsweredInAnotherWay(AnswerSequence sequence) {
        return !bare(sequence).equals(held(sequence));
    }

    private Answer bare(AnswerSequence sequence) {
        return Answer.of(client, "excluded", sequence);
    }

    private Answer held(AnswerSequence sequence) {
        return Answer.of(client, sequence.path(), sequence);
    }

    private String difference(long seed) {
        AnswerSequence smallest = AnswerSequences.of(seed).shrunk(this::isDifferent);
        return "-Dxact.test.seed=%d %s%nwithout the filter %s%nwith it %s"
                .formatted(seed, smallest, bare(smallest), held(smallest));
    }
}
