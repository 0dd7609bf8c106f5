// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a transaction has done so far. Immutable: to undo is to go back to an older one.
 *
 * @param rows the rows inserted
 * @param messages the messages sent, oldest first
 * @param hooks the hooks registered, oldest first
 * @param aborted branches that take no statement any more (PostgreSQL, after one has failed), and when that was
 */
record ModelWork(List<Row> rows, List<String> messages, List<HeldHook> hooks, Map<Db, Integer> aborted) {

    static final ModelWork NONE = new ModelWork(List.of(), List.of(), List.of(), Map.of());

    record Row(Db db, String name) {}

    record HeldHook(Hook.Kind kind, Runnable action) {}

    ModelWork with(Row row) {
        return new ModelWork(plus(rows, row), messages, hooks, aborted);
    }

    ModelWork withMessage(String message) {
        return new ModelWork(rows, plus(messages, message), hooks, aborted);
    }

    ModelWork with(HeldHook hook) {
        return new ModelWork(rows, messages, plus(hooks, hook), aborted);
    }

    ModelWork withAborted(Db db, int time) {
        Map<Db, Integer> changed = new EnumMap<>(Db.class);
        changed.putAll(aborted);
        changed.putIfAbsent(db, time);
        return new ModelWork(rows, messages, hooks, changed);
    }

    /** With those branches aborted that are so in another state. */
    ModelWork withAbortedOf(ModelWork other, List<Db> databases) {
        ModelWork changed = this;
        for (Map.Entry<Db, Integer> branch : other.aborted.entrySet()) {
            changed = databases.contains(branch.getKey())
                    ? changed.withAborted(branch.getKey(), branch.getValue())
                    : changed;
        }
        return changed;
    }

    /** The hooks since an older state that are for a roll back, newest first. */
    List<HeldHook> rollbackHooksSince(ModelWork before) {
        List<HeldHook> newestFirst = new ArrayList<>();
        hooks.subList(before.hooks.size(), hooks.size()).stream()
                .filter(hook -> hook.kind() == Hook.Kind.ON_ROLLBACK)
                .forEach(hook -> newestFirst.add(0, hook));
        return newestFirst;
    }

    private static <T> List<T> plus(List<T> list, T element) {
        List<T> longer = new ArrayList<>(list);
        longer.add(element);
        return List.copyOf(longer);
    }
}
