/** Steps that fail on request, to show that nothing half-done remains. */
@NullMarked
package io.xact.examples.shipments.failure;

import org.jspecify.annotations.NullMarked;
