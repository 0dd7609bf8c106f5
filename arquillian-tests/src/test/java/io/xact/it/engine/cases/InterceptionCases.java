// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.it.engine.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xact.XactStateException;
import io.xact.Xacts;
import io.xact.it.engine.application.Cases;
import io.xact.it.engine.application.InterceptedBeans.Child;
import io.xact.it.engine.application.InterceptedBeans.Stereotyped;
import io.xact.it.engine.application.MethodScopes;
import io.xact.it.engine.application.RefusedException;
import io.xact.it.engine.application.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;

/** Where the annotation is found, and what it makes of methods. */
@ApplicationScoped
public class InterceptionCases implements Cases {

    @Inject
    private Xacts xacts;

    @Inject
    private MethodScopes scopes;

    @Inject
    private Stereotyped stereotyped;

    @Inject
    private Child child;

    @DisplayName("Q11 @Xact is found on stereotypes and superclasses, and a method's replaces its class's")
    public void found() {
        assertThat(stereotyped.depth()).isEqualTo(1);
        assertThat(child.depth()).isEqualTo(1);
        xacts.run(() -> {
            assertThat(stereotyped.depth()).isEqualTo(2);
            assertThat(child.depth()).isEqualTo(2);
            assertThat(child.depthOfItsOwn()).as("in a transaction of its own").isEqualTo(1);
        });
    }

    @DisplayName("Q12 a method that returns a stage which is not done is rolled back, and told so")
    public void stageNotDone(Table items) throws Exception {
        assertThatThrownBy(() -> scopes.call(() -> {
                    items.insert("a");
                    return new CompletableFuture<String>();
                }))
                .isInstanceOf(XactStateException.class);
        scopes.call(() -> {
            items.insert("done");
            return CompletableFuture.completedStage("done");
        });

        assertThat(items.committed()).containsExactly("done");
    }

    @DisplayName("dontRollbackOn: what it lists leaves the scope and lets it commit")
    public void committingOnFailure(Table items) throws Exception {
        RefusedException failure = new RefusedException();
        assertThatThrownBy(() -> scopes.committingOnRefused(() -> {
                    items.insert("a");
                    throw failure;
                }))
                .isSameAs(failure)
                .hasNoSuppressedExceptions();

        assertThat(items.committed()).containsExactly("a");
    }
}
