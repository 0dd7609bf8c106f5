// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests;

import java.net.http.HttpClient.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Requests of many clients at once.
 *
 * @param contextRoot where the application is
 * @param seed makes the requests: the same ones each time, in whatever order
 * @param requests how many there are
 */
record Load(String contextRoot, long seed, int requests) {

    /** Has clients send all of them, each its next one when it has the last one's answer. */
    List<LoadAnswer> play(int clients) throws InterruptedException, ExecutionException {
        LoadClient alone = LoadClient.of(contextRoot, Version.HTTP_1_1);
        LoadClient together = LoadClient.of(contextRoot, Version.HTTP_2); // on one connection
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<List<LoadAnswer>>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                LoadClient client = i % 2 == 0 ? alone : together;
                all.add(threads.submit(() -> play(client, next)));
            }
            List<LoadAnswer> answers = new ArrayList<>();
            for (Future<List<LoadAnswer>> each : all) {
                answers.addAll(each.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<LoadAnswer> play(LoadClient client, AtomicInteger next) {
        List<LoadAnswer> answers = new ArrayList<>();
        for (int number = next.getAndIncrement(); number < requests; number = next.getAndIncrement()) {
            answers.add(client.play(LoadRequest.of(seed, number)));
        }
        return answers;
    }
}
