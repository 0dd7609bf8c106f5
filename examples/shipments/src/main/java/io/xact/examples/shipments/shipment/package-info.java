/** Shipments. */
@NullMarked
package io.xact.examples.shipments.shipment;

import org.jspecify.annotations.NullMarked;
