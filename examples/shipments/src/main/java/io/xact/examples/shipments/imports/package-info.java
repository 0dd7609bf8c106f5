/** A file of delay events: one transaction, a nested scope for each line. */
@NullMarked
package io.xact.examples.shipments.imports;

import org.jspecify.annotations.NullMarked;
