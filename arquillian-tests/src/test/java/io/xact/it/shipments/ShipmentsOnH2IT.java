// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.shipments;

/** The example on H2. */
class ShipmentsOnH2IT extends ShipmentsContract {

    ShipmentsOnH2IT() {
        super("h2");
    }
}
