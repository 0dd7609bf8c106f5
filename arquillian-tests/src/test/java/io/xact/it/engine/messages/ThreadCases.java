// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.Table;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;

/** One producer, used by several threads at once. */
@ApplicationScoped
public class ThreadCases implements Cases {

    private static final int THREADS = 8;

    private static final int ROUNDS = 5;

    private static final int LIMIT_SECONDS = 30;

    @Inject
    private Xacts xacts;

    @Inject
    private Outbox outbox;

    @Inject
    private Mailbox mailbox;

    @SuppressWarnings("NullAway.Init") // injected
    @Resource
    private ManagedThreadFactory threads;

    @DisplayName("N10 what a producer is told belongs to the thread's transaction, though all threads use the same one")
    public void settings(Table items) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(THREADS);
        atOnce(thread -> {
            for (int round = 0; round < ROUNDS; round++) {
                send(items, barrier, thread, round);
            }
        });

        List<Message> messages = mailbox.take();
        assertThat(messages).hasSize(THREADS * ROUNDS);
        for (Message message : messages) {
            assertOwn(message);
        }
    }

    private void send(Table items, CyclicBarrier barrier, int thread, int round) throws Exception {
        xacts.run(() -> {
            JMSProducer producer = outbox.producer();
            assertThat(producer.getPropertyNames()).as("at the beginning").isEmpty();
            barrier.await(LIMIT_SECONDS, TimeUnit.SECONDS);
            producer.setPriority(1 + thread).setJMSType("type-" + thread).setProperty("thread_" + thread, round);
            barrier.await(LIMIT_SECONDS, TimeUnit.SECONDS);
            outbox.send(String.valueOf(thread));
            items.insert(thread + "-" + round);
            barrier.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        });
    }

    private static void assertOwn(Message message) throws JMSException {
        String thread = message.getBody(String.class);
        assertThat(message.getJMSPriority()).isEqualTo(1 + Integer.parseInt(thread));
        assertThat(message.getJMSType()).isEqualTo("type-" + thread);
        assertThat(MessageContent.properties(message).keySet()).isEqualTo(Set.of("xact_id", "thread_" + thread));
    }

    /** Work of one of the threads. */
    private interface Work {
        void run(int thread) throws Exception;
    }

    private void atOnce(Work work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(THREADS, threads);
        try {
            List<Callable<Boolean>> tasks = IntStream.range(0, THREADS)
                    .<Callable<Boolean>>mapToObj(thread -> () -> {
                        work.run(thread);
                        return true;
                    })
                    .toList();
            for (Future<Boolean> done : new ArrayList<>(executor.invokeAll(tasks))) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            executor.shutdownNow();
        }
    }
}
