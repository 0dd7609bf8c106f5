// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.program;

import java.util.List;

/** A step that has steps inside. */
interface Nest extends Step {

    List<Step> steps();

    /** The same around other steps. */
    Step around(List<Step> other);
}
