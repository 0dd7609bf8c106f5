// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.surroundings;

import jakarta.ejb.ApplicationException;

/** The owner throws it to have its transaction rolled back; an EJB, too, passes it on as it is. */
@ApplicationException(rollback = true)
public class OwnersWishException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
