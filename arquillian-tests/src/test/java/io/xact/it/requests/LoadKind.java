// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests;

import java.util.Set;

/** What a client may want, and what it is to be answered. In the steps, {@code ME} stands for the request's own row. */
enum LoadKind {
    PLAIN("steps", "insert:ME;write:done", 200),
    CREATED("steps", "insert:ME;status:201;write:done", 201),
    NESTED("steps", "insert:ME;nest:ME-2;nest-failing:ME-undone;write:done", 200),
    SPILLED("small", "insert:ME;bytes:SIZE", 200),
    TOO_LONG("small", "insert:ME;bytes:100001", 500),
    ERROR_STATUS("steps", "insert:ME;status:422;write:refused", 422),
    LONG_ERROR("small", "insert:ME;status:409;bytes:SIZE", 409),
    SENT_ERROR("steps", "insert:ME;error:503", 503),
    THROWN("small", "insert:ME;bytes:SIZE;throw:ME", 500),
    ROLLED_BACK("steps", "insert:ME;set-rollback;write:done", 200),
    MARKED("steps", "insert:ME;write:done;flush;mark", 500),
    LONG_MARKED("small", "insert:ME;bytes:SIZE;mark", 500),
    COMMIT_FAILING("steps", "insert:ME;insert-orphan;write:done;flush", 500),
    LONG_COMMIT_FAILING("small", "insert:ME;insert-orphan;bytes:SIZE", 500),
    SWALLOWED("steps", "insert:ME;write:done;insert-swallowed:ME", 500),
    DUPLICATE("steps", "insert:ME;write:done;insert:ME", 500),
    CONTENDED("small", "be-serializable;insert:ME;bytes:SIZE;contend:SHARED", 200, 503),
    ASYNC("steps", "insert:ME;start-async", 500),
    GONE_UNREAD("small", "insert:ME;bytes:SIZE;insert:ME-2"),
    GONE_IN_BODY("small", "insert:ME;bytes:SIZE;read-body;insert:ME-2"),
    GONE_IN_CHUNK("small", "insert:ME;bytes:SIZE;read-body;insert:ME-2"),
    GONE_BEHIND_BODY("small", "insert:ME;bytes:SIZE;read-body;insert:ME-2");

    private final String filter;
    private final String steps;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<Integer> statuses;

    LoadKind(String filter, String steps, Integer... statuses) {
        this.filter = filter;
        this.steps = steps;
        this.statuses = Set.of(statuses);
    }

    /** By its path. */
    String filter() {
        return filter;
    }

    String steps() {
        return steps;
    }

    /** What the answer may be; nothing for a client that doesn't see it. */
    Set<Integer> statuses() {
        return statuses;
    }

    /** Whether the client leaves before it has an answer: nobody can tell what it would have been. */
    boolean isGone() {
        return statuses.isEmpty();
    }
}
