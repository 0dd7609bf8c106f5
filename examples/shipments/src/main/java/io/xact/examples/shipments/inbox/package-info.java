/** A receiver of webhooks to try the example with; in memory. */
@NullMarked
package io.xact.examples.shipments.inbox;

import org.jspecify.annotations.NullMarked;
