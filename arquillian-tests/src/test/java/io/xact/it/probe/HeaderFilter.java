// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.probe;

import io.xact.Xacts;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Sets a header. */
public class HeaderFilter implements Filter {

    private final String header;

    @Inject
    private @Nullable Xacts xacts;

    HeaderFilter(String header) {
        this.header = header;
    }

    @Override
    public void init(FilterConfig config) {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ((HttpServletResponse) response).addHeader(header, Trace.injection(xacts));
        chain.doFilter(request, response);
    }

    @Override
    public void destroy() {}

    /** Found by {@code META-INF/web-fragment.xml}. */
    public static final class OfFragment extends HeaderFilter {

        public OfFragment() {
            super(Trace.FRAGMENT);
        }
    }

    /** Found by its annotation. */
    @WebFilter("/*")
    public static final class Annotated extends HeaderFilter {

        public Annotated() {
            super(Trace.WEB_FILTER);
        }
    }

    /** Added by the {@link Initializer}. */
    public static final class Added extends HeaderFilter {

        public Added() {
            super(Trace.INITIALIZER);
        }
    }

    /** Named by the user's {@code web.xml}. */
    public static final class OfWebXml extends HeaderFilter {

        public OfWebXml() {
            super(Trace.WEB_XML);
        }
    }
}
