/** What is told to a caller whose request was not done. */
@NullMarked
package io.xact.examples.shipments.problem;

import org.jspecify.annotations.NullMarked;
