// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.Table;
import io.xact.it.engine.application.Tables;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Queue;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;

/** Messages that a message-driven bean forwards. */
@ApplicationScoped
public class ForwardingCases implements Cases {

    private static final int COUNT = 20;

    @Inject
    private Tables tables;

    @Inject
    private Mailbox mailbox;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource(lookup = ForwardingBean.QUEUE)
    private Queue forwarding;

    @DisplayName("N1 N2 a message-driven bean forwards once what it has received, also what it takes two attempts for")
    public void forwards() throws Exception {
        Table items = tables.postgresql();
        List<String> names = IntStream.range(0, COUNT)
                .mapToObj(number -> number % 2 == 0 ? "forwarded-" + number : ForwardingBean.FAILING + "-" + number)
                .sorted()
                .toList();
        names.forEach(name -> mailbox.sendDirectly(forwarding, name));

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> mailbox.count() >= COUNT);
        assertThat(items.committed()).containsExactlyElementsOf(names);
        assertThat(mailbox.takeTexts()).containsExactlyInAnyOrderElementsOf(names);
    }
}
