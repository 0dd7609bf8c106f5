// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The user that PostgreSQL runs as. It refuses to run as root, so root becomes somebody else: inside a user namespace where the
 * machine allows it (files then still belong to root), else the user {@code nobody}.
 *
 * @param prefix the command that runs the rest of its arguments as this user; empty for the user of this JVM
 * @param owner the user that the server's files belong to; null for the user of this JVM
 */
record ServerUser(List<String> prefix, @Nullable String owner) {

    /** The user of this JVM. */
    static final ServerUser CURRENT = new ServerUser(List.of(), null);

    private static final String NOBODY = "nobody";

    /**
     * Finds a user that is not root, by trying.
     *
     * @throws LocalServerException if this is root and stays root whatever is tried
     */
    static ServerUser unprivileged() {
        if (Host.isWindows() || !CURRENT.id().equals(Optional.of("0"))) {
            return CURRENT;
        }
        List<ServerUser> candidates = new ArrayList<>();
        candidates.add(new ServerUser(List.of("unshare", "-U"), "root"));
        candidates.addAll(nobody());
        return candidates.stream()
                .filter(ServerUser::isUnprivileged)
                .findFirst()
                .orElseThrow(() -> new LocalServerException(
                        "PostgreSQL refuses to run as root, and root stays root here: tried unshare -U, setpriv, runuser and su to "
                                + NOBODY + ". Run this as another user, or install util-linux"));
    }

    /** Returns the ways to become {@code nobody} without user namespaces. */
    static List<ServerUser> nobody() {
        List<ServerUser> ways = new ArrayList<>();
        Optional<String> uid = output(List.of("id", "-u", NOBODY));
        Optional<String> gid = output(List.of("id", "-g", NOBODY));
        if (uid.isPresent() && gid.isPresent()) {
            ways.add(new ServerUser(
                    List.of("setpriv", "--reuid=" + uid.get(), "--regid=" + gid.get(), "--clear-groups"), NOBODY));
        }
        ways.add(new ServerUser(List.of("runuser", "-u", NOBODY, "--"), NOBODY));
        ways.add(new ServerUser(List.of("su", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", NOBODY, "--"), NOBODY));
        return ways;
    }

    /** Returns a command line that runs {@code program} as this user. */
    List<String> command(String... program) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(program));
        return command;
    }

    /** Returns whether this user works here and is not root. */
    boolean isUnprivileged() {
        return id().filter(id -> !id.equals("0")).isPresent();
    }

    private Optional<String> id() {
        return output(command("id", "-u"));
    }

    private static Optional<String> output(List<String> command) {
        try {
            Command.Result result = Command.run(command, Duration.ofSeconds(10));
            String output = result.output().strip();
            return result.succeeded() && output.matches("\\d+") ? Optional.of(output) : Optional.empty();
        } catch (LocalServerException e) {
            return Optional.empty(); // no such program
        }
    }
}
