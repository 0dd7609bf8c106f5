// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests.faces;

import io.xact.it.engine.application.Tables;
import io.xact.it.requests.application.Steps;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Stores what is filled in. */
@Named("order")
@RequestScoped
public class OrderForm {

    @Inject
    private Tables tables;

    @Inject
    private Steps steps;

    private String name = "";
    private String seen = "nothing";

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** The transaction that the action was in. */
    public String getSeen() {
        return seen;
    }

    /** Stays on the page. */
    public @Nullable String save() throws Exception {
        tables.postgresql().insert(name);
        seen = steps.transaction();
        return null;
    }

    /** Has the browser get the page. */
    public String saveAndRedirect() throws Exception {
        save();
        return "order?faces-redirect=true";
    }

    /** Fails after its work. */
    public void fail() throws Exception {
        save();
        throw new IllegalStateException("by the action");
    }
}
