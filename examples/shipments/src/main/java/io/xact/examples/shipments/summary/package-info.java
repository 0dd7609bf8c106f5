/** How much there is of everything, to compare before and after. */
@NullMarked
package io.xact.examples.shipments.summary;

import org.jspecify.annotations.NullMarked;
