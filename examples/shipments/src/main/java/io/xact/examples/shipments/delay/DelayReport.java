// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.delay;

import io.xact.examples.shipments.delivery.Unserved;
import java.util.List;

/**
 * What came of a delay.
 *
 * @param alertId the alert that it raised
 * @param queued how many subscribers are going to be told
 * @param rejected those who can't be, each with the reason
 */
public record DelayReport(long alertId, int queued, List<Unserved> rejected) {}
