// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Messages that follow the scopes: taken at the call, held with their scope, handed to an enlisted session before the commit. Only what
 * injects a producer or a context loads these classes: a server without Jakarta Messaging doesn't have what they need.
 */
@NullMarked
package io.xact.internal.jms;

import org.jspecify.annotations.NullMarked;
