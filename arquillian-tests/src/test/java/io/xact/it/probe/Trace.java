// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.probe;

import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The headers. */
public final class Trace {

    /** By a {@code @Provider}. */
    public static final String PROVIDER = "X-Found-Provider";

    /** By a provider that is listed as a service. */
    public static final String PROVIDER_SERVICE = "X-Found-Provider-Service";

    /** By the filter of a web fragment. */
    public static final String FRAGMENT = "X-Found-Fragment";

    /** By a {@code @WebFilter}. */
    public static final String WEB_FILTER = "X-Found-Web-Filter";

    /** By a servlet container initializer, which is listed as a service. */
    public static final String INITIALIZER = "X-Found-Initializer";

    /** By a filter that the user's {@code web.xml} names. */
    public static final String WEB_XML = "X-Found-Web-Xml";

    /** The value for a class that got a bean of the library's. */
    public static final String INJECTED = "injected";

    /** The value for a class that got none: the server made it without asking CDI. */
    public static final String NOT_INJECTED = "not injected";

    private Trace() {}

    static String injection(@Nullable Object injected) {
        return injected == null ? NOT_INJECTED : INJECTED;
    }

    /** What took effect on a response, and whether it was injected with a bean of the library's. */
    public static Map<String, String> of(HttpHeaders headers) {
        return Stream.of(PROVIDER, PROVIDER_SERVICE, FRAGMENT, WEB_FILTER, INITIALIZER, WEB_XML)
                .filter(header -> headers.firstValue(header).isPresent())
                .collect(Collectors.toMap(
                        header -> header, header -> headers.firstValue(header).orElseThrow()));
    }
}
