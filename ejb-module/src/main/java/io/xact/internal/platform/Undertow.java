// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.platform;

/** What WildFly's servlet container knows, and the servlet interface doesn't tell. */
public final class Undertow {

    private Undertow() {}

    /**
     * Whether a filter is declared without support for asynchronous handling.
     *
     * @param filter the filter's configuration or registration
     * @return {@code false} also where it can't be told
     */
    public static boolean isWithoutAsync(Object filter) {
        Object declared = PrivateFields.value(filter, "filterInfo");
        return declared != null && Boolean.FALSE.equals(PrivateFields.value(declared, "asyncSupported"));
    }
}
