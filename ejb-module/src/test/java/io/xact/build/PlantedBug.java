// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.build;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.util.regex.Pattern;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.loading.ClassReloadingStrategy;

/** A bug for each group of behaviours: a method of the library that does nothing any more, and answers null, zero or false. */
enum PlantedBug {
    /** A nested scope that fails is not undone. */
    A("engine.NestedScope", "undo"),
    /** A merged scope's failure dooms nothing. */
    B("engine.MergedScope", "fail"),
    /** A branch forgets to roll back to its savepoint. */
    C("savepoint.Branch", "undone"),
    /** A wish to roll back is not heard. */
    D("engine.RollbackFlag", "wish"),
    /** What fails while cleaning up is lost. */
    E("engine.Failures", "suppress"),
    /** Statements run in a doomed scope. */
    G("engine.Scope", "requireUsable"),
    /** A durable scope begins inside another. */
    H("engine.XactEngine", "refuseDurableInside"),
    /** Hooks outlive their scope. */
    I("engine.Hooks", "undone"),
    /** A Rollback brings no result. */
    K("engine.Results", "of"),
    /** No savepoint is lacking anywhere. */
    M("savepoint.Branch", "isCovered"),
    /** Messages outlive their scope. */
    N("jms.HeldMessages", "undone"),
    /** A stage that has failed is taken for a good result. */
    Q("engine.Stages", "failureOf"),
    /** Nothing is worth another attempt. */
    R("engine.Retries", "isWorthwhile"),
    /** Released savepoints stay in mind. */
    S("savepoint.Branch", "removeSince");

    private final String type;
    private final String method;

    PlantedBug(String type, String method) {
        this.type = "io.xact.internal." + type;
        this.method = method;
    }

    /** Runs before the method, and has it skipped. */
    static final class Nothing {

        private Nothing() {}

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean skip() {
            return true;
        }
    }

    /** Whether a test is about the bug's group: one of the ids in front of its display name is of it. */
    boolean isFor(String displayName) {
        return Pattern.compile("^([A-T]\\d+ )*" + name() + "\\d+ ")
                .matcher(displayName)
                .find();
    }

    /** Does what is given with the bug in the loaded class, which is sound again afterwards. */
    void plantFor(Runnable action) throws ClassNotFoundException {
        Class<?> sound = Class.forName(type);
        ClassReloadingStrategy loaded = ClassReloadingStrategy.fromInstalledAgent();
        new ByteBuddy()
                .redefine(sound)
                .visit(Advice.to(Nothing.class).on(named(method)))
                .make()
                .load(sound.getClassLoader(), loaded);
        try {
            action.run();
        } finally {
            reset(loaded, sound);
        }
    }

    private static void reset(ClassReloadingStrategy loaded, Class<?> type) {
        try {
            loaded.reset(ClassFileLocator.ForClassLoader.of(type.getClassLoader()), type);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
