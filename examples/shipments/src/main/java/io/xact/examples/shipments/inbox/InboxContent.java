// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.inbox;

import java.util.List;

/**
 * What an inbox shows.
 *
 * @param received how many different webhooks came in, also those that are no longer shown
 * @param duplicates how many came once more; each is shown once
 * @param messages the last ones, oldest first
 */
public record InboxContent(int received, int duplicates, List<InboxMessage> messages) {

    static final InboxContent EMPTY = new InboxContent(0, 0, List.of());
}
