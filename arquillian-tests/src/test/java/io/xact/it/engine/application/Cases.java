// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.application;

/** A bean whose methods are cases. */
public interface Cases {}
