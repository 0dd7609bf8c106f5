// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.requests;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.StringAsset;

/** A {@code web.xml} with one filter. */
final class FilterXml {

    private static final String ASYNC = "<async-supported>true</async-supported>";

    private FilterXml() {}

    /** With init parameters, {@code name=value} each. */
    static Asset with(String... parameters) {
        return of("", ASYNC, parameters);
    }

    /** The same, that says nothing of asynchronous handling. */
    static Asset withoutAsync(String... parameters) {
        return of("", "", parameters);
    }

    /** With other elements before the filter. */
    static Asset after(String elements) {
        return of(elements, ASYNC);
    }

    private static Asset of(String before, String async, String... parameters) {
        String all = Stream.of(parameters)
                .map(parameter -> parameter.split("=", 2))
                .map(pair -> "<init-param><param-name>" + pair[0] + "</param-name><param-value>" + pair[1]
                        + "</param-value></init-param>")
                .collect(Collectors.joining());
        return of("""
                    %s
                    <filter>
                        <filter-name>xact</filter-name>
                        <filter-class>io.xact.web.XactFilter</filter-class>
                        %s%s
                    </filter>
                    <filter-mapping>
                        <filter-name>xact</filter-name>
                        <url-pattern>/*</url-pattern>
                    </filter-mapping>
                """.formatted(before, async, all));
    }

    /** With these elements. */
    static Asset of(String elements) {
        return new StringAsset(
                "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">" + elements + "</web-app>");
    }
}
