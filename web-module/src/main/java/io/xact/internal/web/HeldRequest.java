// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request whose handler starts asynchronous work on the scope's terms only. */
final class HeldRequest extends HttpServletRequestWrapper {

    private final RequestScope scope;
    private final HeldResponse response;

    HeldRequest(HttpServletRequest request, RequestScope scope, HeldResponse response) {
        super(request);
        this.scope = scope;
        this.response = response;
    }

    /** With the answer that is held; without it the container's own would be the asynchronous one. */
    @Override
    public AsyncContext startAsync() {
        return startAsync(this, response);
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse answer) {
        scope.startingAsync();
        return super.startAsync(request, answer);
    }
}
