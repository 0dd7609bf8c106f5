// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.shipments;

/** The example on PostgreSQL. */
class ShipmentsOnPostgreSqlIT extends ShipmentsContract {

    ShipmentsOnPostgreSqlIT() {
        super("postgresql");
    }
}
