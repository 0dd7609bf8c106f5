// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What follows scopes in Hibernate ORM 6.6: its sessions are found, noted and brought back, and its wish to roll back is
 * led to the innermost scope. Found by Hibernate as Java services; nothing here is loaded where Hibernate isn't.
 */
@NullMarked
package io.xact.internal.platform.hibernate;

import org.jspecify.annotations.NullMarked;
