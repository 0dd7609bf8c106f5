/** Who wants to be told of delays, and where. */
@NullMarked
package io.xact.examples.shipments.subscription;

import org.jspecify.annotations.NullMarked;
