// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jpa;

/** An entity, seen from where its enhanced class isn't. */
public interface Enhanceable {

    void init(long id, String name, String text);

    String getName();

    void setName(String name);

    String getText();

    void setText(String text);
}
