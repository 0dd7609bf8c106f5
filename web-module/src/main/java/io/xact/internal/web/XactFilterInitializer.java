// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import io.xact.web.XactFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where an application declares {@link XactFilter}: checks when it starts how that is declared, and puts {@link HandlerFilter} before its
 * servlets. Elsewhere it does nothing.
 */
public final class XactFilterInitializer implements ServletContainerInitializer {

    private static final String HANDLERS = HandlerFilter.class.getName();

    private static final EnumSet<DispatcherType> CALLS =
            EnumSet.of(DispatcherType.REQUEST, DispatcherType.FORWARD, DispatcherType.INCLUDE);

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
        List<? extends FilterRegistration> declared = context.getFilterRegistrations().values().stream()
                .filter(filter -> XactFilter.class.getName().equals(filter.getClassName()))
                .toList();
        declared.forEach(FilterChecks::check);
        if (!declared.isEmpty()) {
            addHandlers(context, HANDLERS, "*", Servlet.class);
            outside(context).forEach((name, type) -> addHandlers(context, HANDLERS + " " + name, name, type));
        }
    }

    private static void addHandlers(ServletContext context, String name, String servlets, Class<?> type) {
        FilterRegistration.Dynamic handlers = context.addFilter(name, new HandlerFilter(type));
        handlers.setAsyncSupported(true);
        handlers.addMappingForServletNames(CALLS, true, servlets);
    }

    /** The servlets that run outside, or have methods that do; by their names. */
    private static Map<String, Class<?>> outside(ServletContext context) {
        Map<String, Class<?>> outside = new TreeMap<>();
        context.getServletRegistrations()
                .forEach((name, servlet) ->
                        type(context, servlet).filter(OptOut::isAnywhere).ifPresent(type -> outside.put(name, type)));
        return outside;
    }

    private static Optional<Class<?>> type(ServletContext context, ServletRegistration servlet) {
        try {
            return servlet.getClassName() == null
                    ? Optional.empty()
                    : Optional.of(Class.forName(servlet.getClassName(), false, context.getClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            WebLog.LOG.debugf(e, "The class of the servlet %s can't be seen", servlet.getName());
            return Optional.empty();
        }
    }

    /**
     * Reads a filter's settings, when the container makes it.
     *
     * @param filter what the container tells the filter
     * @return its settings
     * @throws io.xact.XactDefinitionException if they are not right, or the application was not prepared for it
     */
    public static FilterSettings settings(FilterConfig filter) {
        ServletContext context = filter.getServletContext();
        if (context.getFilterRegistration(HANDLERS) == null) {
            throw WebLog.LOG.notPrepared(filter.getFilterName());
        }
        outside(context).keySet().stream()
                .filter(servlet -> context.getFilterRegistration(HANDLERS + " " + servlet) == null)
                .findFirst()
                .ifPresent(servlet -> {
                    throw WebLog.LOG.servletCameLater(servlet);
                });
        return FilterChecks.settings(filter);
    }
}
