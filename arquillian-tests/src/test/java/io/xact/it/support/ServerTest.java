// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.support;

import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that talks to the server from outside, and leaves nothing open on it. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
@ExtendWith(LeakCheck.class)
public abstract class ServerTest {}
