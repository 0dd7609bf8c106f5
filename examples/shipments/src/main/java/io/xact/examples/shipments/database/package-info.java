/** The tables, and plain JDBC on a guarded data source. */
@NullMarked
package io.xact.examples.shipments.database;

import org.jspecify.annotations.NullMarked;
