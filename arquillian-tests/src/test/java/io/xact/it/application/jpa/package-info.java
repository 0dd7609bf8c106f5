// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
/** What the application has more where it uses JPA. */
@NullMarked
package io.xact.it.application.jpa;

import org.jspecify.annotations.NullMarked;
