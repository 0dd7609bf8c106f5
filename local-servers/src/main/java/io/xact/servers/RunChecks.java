// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is looked at before, and after, WildFly boots. Each check throws a {@link LocalServerException} that says what to do. */
final class RunChecks {

    private static final int OLDEST_JAVA = 17;
    private static final int LIMIT_MILLIS = 30_000;

    private RunChecks() {}

    /** Checks the Java that runs this, and will run WildFly. */
    static void java(Path javaHome) {
        Path command = Host.javaCommand(javaHome);
        if (!Files.isExecutable(command)) {
            throw new LocalServerException("There is no Java to run WildFly with: " + command
                    + " is missing. Set JAVA_HOME to a JDK " + OLDEST_JAVA + " or newer");
        }
        if (Runtime.version().feature() < OLDEST_JAVA) {
            throw new LocalServerException("WildFly needs Java " + OLDEST_JAVA + " or newer, " + javaHome + " is "
                    + Runtime.version() + ". Set JAVA_HOME to a newer JDK");
        }
    }

    /** Checks that nobody listens on the port that WildFly is to listen on. */
    static void portIsFree(int port) {
        if (!FreePort.isFree(port)) {
            throw new LocalServerException(
                    "Port " + port + " of " + Host.LOOPBACK
                            + " is taken by another program, or may not be used. Stop that program, or give another port by -Dxact.port");
        }
    }

    /** Checks that the example answers, whatever it says at this address. */
    static void answers(String address, Path log) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(LIMIT_MILLIS);
            connection.setReadTimeout(LIMIT_MILLIS);
            int status = connection.getResponseCode();
            if (status >= HttpURLConnection.HTTP_INTERNAL_ERROR) {
                throw new LocalServerException("WildFly has booted, but " + address + " answers with status " + status
                        + ". The reason is in its log, " + log);
            }
        } catch (IOException e) {
            throw new LocalServerException(
                    "WildFly has booted, but " + address + " does not answer (" + e.getMessage() + "). Its log is "
                            + log,
                    e);
        }
    }
}
