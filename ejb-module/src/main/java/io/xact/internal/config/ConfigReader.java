// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.config;

import io.xact.internal.config.XactConfig.LocalDataSource;
import io.xact.internal.config.XactConfig.MergedFailure;
import io.xact.internal.config.XactConfig.SavepointUnsupported;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads settings by their names, and notes all that is wrong with them. Not thread-safe. */
public final class ConfigReader {

    private final Function<String, Optional<String>> source;
    private final List<String> problems = new ArrayList<>();

    /**
     * From a source.
     *
     * @param source answers a setting's name with its value, if it has one
     */
    public ConfigReader(Function<String, Optional<String>> source) {
        this.source = source;
    }

    /**
     * Reads all settings.
     *
     * @return the settings; where one is wrong, its default
     */
    public XactConfig read() {
        return new XactConfig(
                get("xact.datasource").orElse(XactConfig.DEFAULT.dataSource()),
                list("xact.datasources"),
                oneOf("xact.savepoint-unsupported", SavepointUnsupported.REFUSE, SavepointUnsupported.values()),
                oneOf("xact.merged-failure", MergedFailure.RAISE, MergedFailure.values()),
                oneOf("xact.local-datasource", LocalDataSource.WARN, LocalDataSource.values()),
                get("xact.jms.connection-factory").orElse(XactConfig.DEFAULT.connectionFactory()),
                bytes("xact.jms.max-held-bytes", XactConfig.DEFAULT.maxHeldBytes()));
    }

    /**
     * What was wrong, a sentence each.
     *
     * @return empty if all was right
     */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    private Optional<String> get(String name) {
        return source.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    private List<String> list(String name) {
        return get(name)
                .map(value -> Arrays.stream(value.split(",", -1))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    private long bytes(String name, long byDefault) {
        return get(name).map(value -> parseBytes(name, value, byDefault)).orElse(byDefault);
    }

    private long parseBytes(String name, String value, long byDefault) {
        if (value.matches("[0-9]{1,18}") && Long.parseLong(value) > 0) {
            return Long.parseLong(value);
        }
        problems.add(
                "The setting %s is \"%s\", and can be a number of bytes, 1 or more. Correct it, or leave it out for %d"
                        .formatted(name, value, byDefault));
        return byDefault;
    }

    private <E extends Enum<E>> E oneOf(String name, E byDefault, E[] all) {
        return get(name).map(value -> parse(name, value, byDefault, all)).orElse(byDefault);
    }

    private <E extends Enum<E>> E parse(String name, String value, E byDefault, E[] all) {
        Optional<E> found = Arrays.stream(all)
                .filter(constant -> spelled(constant).equalsIgnoreCase(value))
                .findFirst();
        if (found.isEmpty()) {
            problems.add("The setting %s is \"%s\", and can be %s. Correct it, or leave it out for %s"
                    .formatted(
                            name,
                            value,
                            Arrays.stream(all).map(ConfigReader::spelled).collect(Collectors.joining(" or ")),
                            spelled(byDefault)));
        }
        return found.orElse(byDefault);
    }

    private static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
