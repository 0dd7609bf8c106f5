// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The process of a {@link BrokerServer}. It ends when it is told to, or with the process that holds the other end of its input. */
final class BrokerCommand {

    private BrokerCommand() {}

    /**
     * Starts a broker, makes the file that tells so, and waits for the end.
     *
     * @param arguments the broker's directory, and its port
     */
    public static void main(String[] arguments) throws IOException {
        BrokerDirectory directory = BrokerDirectory.open(Path.of(arguments[0]));
        try {
            EmbeddedBroker.start(directory.root(), Integer.parseInt(arguments[1]));
            Files.createFile(directory.ready());
            System.in.transferTo(OutputStream.nullOutputStream());
            System.exit(0);
        } catch (LocalServerException e) {
            fail(e.getMessage());
        } catch (LinkageError e) {
            fail("Artemis is not on the class path, or not all of it: " + e
                    + ". Whoever starts a broker needs org.apache.activemq:artemis-server there");
        }
    }

    private static void fail(@Nullable String message) {
        if (!RunningServers.ending()) { // else it is the end that was asked for
            System.err.println("xact: " + message);
            System.exit(1);
        }
    }
}
