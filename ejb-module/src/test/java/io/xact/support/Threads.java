// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.support;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Tasks on threads of their own, which have to end in time. */
public final class Threads {

    private static final int SECONDS = 30;

    private Threads() {}

    /** What a thread does. */
    public interface Task {
        void run() throws Exception;
    }

    /** Runs a task on another thread, and answers as it does. */
    public static <T> T elsewhere(Callable<T> task) throws Exception {
        return together(List.of(task)).get(0);
    }

    /** Runs tasks at the same time. Each ends, and leaves no transaction on its thread. */
    public static void together(Task... tasks) throws Exception {
        together(Arrays.stream(tasks)
                .<Callable<Boolean>>map(task -> () -> {
                    task.run();
                    return true;
                })
                .toList());
    }

    private static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Future<T>> ended =
                    threads.invokeAll(tasks.stream().map(Threads::checked).toList(), SECONDS, TimeUnit.SECONDS);
            List<T> answers = new java.util.ArrayList<>();
            for (Future<T> future : ended) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> Callable<T> checked(Callable<T> task) {
        return () -> {
            T answer = task.call();
            LeakCheck.checkThread();
            return answer;
        };
    }

    /** Waits until all parties are here. */
    public static void meet(CyclicBarrier barrier) throws Exception {
        barrier.await(SECONDS, TimeUnit.SECONDS);
    }
}
