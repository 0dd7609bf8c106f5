/** One delay of one shipment, and the alert that it raises. */
@NullMarked
package io.xact.examples.shipments.delay;

import org.jspecify.annotations.NullMarked;
