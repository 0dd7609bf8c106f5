// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.surroundings;

import java.util.List;

/** Writes and reads the rows of one table by one kind of work. */
interface Store {

    void insert(String name) throws Exception;

    /** The names that the thread's transaction sees. */
    List<String> names() throws Exception;
}
