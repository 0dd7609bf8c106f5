// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.application;

/** Stores items: rows of one text that is there once at most. */
public interface ItemStore {

    /** Inserts a row; fails if there is one of that name. */
    void insert(String name) throws Exception;
}
