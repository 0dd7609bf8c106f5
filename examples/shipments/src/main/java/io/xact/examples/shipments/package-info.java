/** A carrier's delay events come in; subscribers are told by webhook, and never before the data is committed. */
@NullMarked
package io.xact.examples.shipments;

import org.jspecify.annotations.NullMarked;
