// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The list of behaviours, kept by hand: a line for each, of id, standing and statement with tabs between them, below the
 * heading of its group. Lines with {@code #} are comments.
 *
 * @param groups in the order of the list
 */
record BehaviourList(List<Group> groups) {

    private static final String HEADING = "== ";

    /** Behaviours under one heading. */
    record Group(String heading, List<Behaviour> behaviours) {}

    BehaviourList {
        groups = List.copyOf(groups);
    }

    /**
     * Reads the list.
     *
     * @throws ConformanceException if a line makes no sense; it names the line
     */
    static BehaviourList read(Path file) throws IOException {
        List<Group> groups = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            String place = file.getFileName() + ", line " + number;
            if (line.startsWith(HEADING)) {
                groups.add(new Group(line.substring(HEADING.length()), new ArrayList<>()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                Behaviour behaviour = behaviour(line, place);
                check(ids.add(behaviour.id()), place, behaviour.id() + " is there twice");
                check(!groups.isEmpty(), place, "a line with == has to stand before the first behaviour");
                groups.get(groups.size() - 1).behaviours().add(behaviour);
            }
        }
        return new BehaviourList(groups);
    }

    private static Behaviour behaviour(String line, String place) {
        String[] fields = line.split("\t", -1);
        check(fields.length == 3, place, "id, standing and statement are needed, with one tab between them");
        check(DisplayName.isId(fields[0]), place, "'" + fields[0] + "' is no id: a letter and a number are");
        Standing standing = Standing.named(fields[1])
                .orElseThrow(() -> new ConformanceException(
                        place + ": '" + fields[1] + "' is no standing: required, later and declined are"));
        check(!fields[2].isBlank(), place, fields[0] + " has no statement");
        return new Behaviour(fields[0], standing, fields[2]);
    }

    private static void check(boolean right, String place, String otherwise) {
        if (!right) {
            throw new ConformanceException(place + ": " + otherwise);
        }
    }

    Stream<Behaviour> behaviours() {
        return groups.stream().flatMap(group -> group.behaviours().stream());
    }
}
