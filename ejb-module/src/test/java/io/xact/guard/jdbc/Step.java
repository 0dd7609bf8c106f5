// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.guard.jdbc;

/**
 * A small JDBC program.
 *
 * @param name what it does
 * @param travel how savepoint statements go with its first statement, on PostgreSQL
 * @param everywhere whether it tells the same where nothing has to be set; otherwise its savepoint statements are not looked at
 *     there
 * @param fails whether an exception comes out of it, on PostgreSQL
 * @param program what it is
 */
record Step(String name, Travel travel, boolean everywhere, boolean fails, Program program) {

    static Step carried(String name, Program program) {
        return new Step(name, Travel.CARRIED, true, false, program);
    }

    static Step alone(String name, Program program) {
        return new Step(name, Travel.ALONE, true, false, program);
    }

    static Step silent(String name, Program program) {
        return new Step(name, Travel.SILENT, true, false, program);
    }

    Step failing() {
        return new Step(name, travel, everywhere, true, program);
    }

    Step whereMissing() {
        return new Step(name, travel, false, fails, program);
    }

    Step in(String group) {
        return new Step(group + ": " + name, travel, everywhere, fails, program);
    }

    @Override
    public String toString() {
        return name;
    }
}
