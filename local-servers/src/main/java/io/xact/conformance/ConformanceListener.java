// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes the results of the tests that carry ids into the directory that the system property {@code xact.conformance.results}
 * names; without it, as in an IDE, does nothing. JUnit finds it by its service file.
 *
 * <p>Of plans that run inside each other only the outer one counts: the inner ones are a test's own business.
 */
public final class ConformanceListener implements TestExecutionListener {

    private static final AtomicBoolean RECORDING_IN_THIS_JVM = new AtomicBoolean();

    private final @Nullable ResultFiles files;
    private final Place usualPlace;
    private final AtomicBoolean somebodyRecords;

    private volatile @Nullable Recording recording;

    /** Made by JUnit. */
    public ConformanceListener() {
        this(
                System.getProperty("xact.conformance.results"),
                Place.valueOf(System.getProperty("xact.conformance.place", Place.JVM.name())),
                RECORDING_IN_THIS_JVM);
    }

    ConformanceListener(@Nullable String directory, Place usualPlace, AtomicBoolean somebodyRecords) {
        this.files = directory == null ? null : new ResultFiles(Path.of(directory));
        this.usualPlace = usualPlace;
        this.somebodyRecords = somebodyRecords;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        if (files != null && somebodyRecords.compareAndSet(false, true)) {
            recording = new Recording(plan, usualPlace);
        }
    }

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
        ended(identifier, Outcome.SKIPPED);
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        ended(identifier, Outcome.of(result.getStatus()));
    }

    private void ended(TestIdentifier identifier, Outcome outcome) {
        Recording current = recording;
        if (current != null) {
            current.ended(identifier, outcome);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        Recording finished = recording;
        if (files != null && finished != null) {
            recording = null;
            somebodyRecords.set(false);
            write(files, finished);
        }
    }

    private static void write(ResultFiles files, Recording recording) {
        try {
            files.write(recording.results());
        } catch (IOException e) {
            throw new UncheckedIOException("The results can't be written to " + files.directory(), e);
        }
    }
}
