/** Reading JSON that a caller sent: bounded, and checked field by field. */
@NullMarked
package io.xact.examples.shipments.json;

import org.jspecify.annotations.NullMarked;
