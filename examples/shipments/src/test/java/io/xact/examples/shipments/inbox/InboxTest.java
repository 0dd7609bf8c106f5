// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InboxTest {

    private final Inboxes inboxes = new Inboxes();

    @Test
    void showsADuplicateOnce() {
        receive("a", "1");
        receive("a", "2");
        receive("a", "1");
        InboxContent content = inboxes.content("a");
        assertThat(content.messages()).extracting(InboxMessage::deliveryId).containsExactly("1", "2");
        assertThat(content.received()).isEqualTo(2);
        assertThat(content.duplicates()).isEqualTo(1);
    }

    @Test
    void showsAllThatHaveNoId() {
        receive("a", null);
        receive("a", null);
        assertThat(inboxes.content("a").messages()).hasSize(2);
    }

    @Test
    void keepsTheLastThousand() {
        for (int i = 1; i <= 1001; i++) {
            receive("a", Integer.toString(i));
        }
        InboxContent content = inboxes.content("a");
        assertThat(content.received()).isEqualTo(1001);
        assertThat(content.messages()).hasSize(1000);
        assertThat(content.messages().get(0).deliveryId()).isEqualTo("2");
    }

    @Test
    void dropsTheNameThatWasNotUsedForTheLongestTime() {
        for (int i = 1; i <= 20; i++) {
            receive("n" + i, "x");
        }
        assertThat(inboxes.content("n1").received()).isEqualTo(1);
        receive("n21", "x");
        assertThat(inboxes.content("n1").received()).isEqualTo(1);
        assertThat(inboxes.content("n2").received()).isZero();
    }

    private void receive(String name, @Nullable String deliveryId) {
        inboxes.add(name, new InboxMessage(deliveryId, Instant.EPOCH, JsonObject.EMPTY_JSON_OBJECT));
    }
}
