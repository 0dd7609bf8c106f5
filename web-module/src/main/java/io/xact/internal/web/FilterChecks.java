// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.web;

import io.xact.internal.cdi.Problems;
import io.xact.internal.cdi.XactExtension;
import io.xact.internal.platform.Undertow;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Looks at how filters are declared; all that is wrong with one comes in one message. */
final class FilterChecks {

    private FilterChecks() {}

    /**
     * Checks a filter when its application starts.
     *
     * @throws io.xact.XactDefinitionException if anything is wrong with it
     */
    static void check(FilterRegistration filter) {
        FilterSettingsReader reader = new FilterSettingsReader(filter.getInitParameters());
        FilterSettings settings = reader.read();
        List<String> problems = problems(reader, filter);
        problems.addAll(problemsOf(settings.using(), "The filter " + filter.getName()));
        throwIfAny(filter.getName(), problems);
    }

    private static List<String> problemsOf(List<String> dataSources, String origin) {
        Map<String, String> originsByName = new TreeMap<>();
        dataSources.forEach(name -> originsByName.put(name, origin));
        try {
            BeanManager beans = CDI.current().getBeanManager();
            return beans.getExtension(XactExtension.class).problemsOf(originsByName, beans);
        } catch (IllegalStateException | IllegalArgumentException withoutBeans) {
            WebLog.LOG.debugf(withoutBeans, "There is no CDI container, or xact is not in it");
            return List.of(WebLog.LOG.withoutBeans());
        }
    }

    /** The settings of a filter that the container makes now. */
    static FilterSettings settings(FilterConfig filter) {
        FilterSettingsReader reader = new FilterSettingsReader(Collections.list(filter.getInitParameterNames()).stream()
                .collect(Collectors.toMap(name -> name, filter::getInitParameter)));
        FilterSettings settings = reader.read();
        throwIfAny(filter.getFilterName(), problems(reader, filter));
        return settings;
    }

    private static List<String> problems(FilterSettingsReader reader, Object container) {
        List<String> problems = new ArrayList<>(reader.problems());
        if (Undertow.isWithoutAsync(container)) {
            problems.add(WebLog.LOG.asyncNotSupported());
        }
        return problems;
    }

    private static void throwIfAny(String filter, List<String> problems) {
        if (!problems.isEmpty()) {
            throw WebLog.LOG.filterProblems(filter, Problems.listed(problems));
        }
    }
}
