/** Telling subscribers: a row and a message in the transaction, the webhook after it. */
@NullMarked
package io.xact.examples.shipments.delivery;

import org.jspecify.annotations.NullMarked;
