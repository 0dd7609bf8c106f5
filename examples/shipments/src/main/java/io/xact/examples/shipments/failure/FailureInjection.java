// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.examples.shipments.failure;

import io.xact.Block;
import io.xact.Xacts;
import io.xact.examples.shipments.problem.ProblemCode;
import io.xact.examples.shipments.problem.RefusedException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The step of this request that is to fail, if any. It fails once. */
@RequestScoped
public class FailureInjection {

    @Inject
    Xacts xacts;

    @Resource(lookup = "java:jboss/TransactionManager")
    @SuppressWarnings("NullAway.Init") // injected
    TransactionManager transactions;

    private @Nullable FailingStep wanted;
    private @Nullable FailingStep struck;

    /**
     * Asks for a failure in this request.
     *
     * @param step what is to fail
     */
    public void want(FailingStep step) {
        wanted = step;
    }

    /**
     * What has failed on request.
     *
     * @return empty if nothing was to fail, or the step was not reached
     */
    public Optional<FailingStep> struck() {
        return Optional.ofNullable(struck);
    }

    /**
     * Asked in a nested scope after its first insert.
     *
     * @return whether the scope is to fail, when it has done its work
     */
    public boolean strikesNested() {
        return strikes(FailingStep.NESTED);
    }

    /**
     * A nested scope that is entered only to fail, for work that has none.
     *
     * @param work what is undone
     */
    public void nestedOnly(Block<RuntimeException> work) {
        if (strikes(FailingStep.NESTED)) {
            try {
                xacts.with().named("failing on request").run(() -> {
                    work.run();
                    throw failure();
                });
            } catch (RefusedException expected) {
                // undone alone: the scope around it goes on
            }
        }
    }

    /** Called at the end of an outermost scope, after all its work. */
    public void atEnd() {
        if (strikes(FailingStep.OUTER)) {
            throw failure();
        }
        if (strikes(FailingStep.COMMIT)) {
            enlist(new VetoingResource());
        }
    }

    private boolean strikes(FailingStep step) {
        if (wanted != step || struck != null) {
            return false;
        }
        struck = step;
        return true;
    }

    private void enlist(VetoingResource resource) {
        try {
            transactions.getTransaction().enlistResource(resource);
        } catch (RollbackException | SystemException e) {
            throw new IllegalStateException("The failing resource can't be enlisted", e);
        }
    }

    private static RefusedException failure() {
        return new RefusedException(ProblemCode.INJECTED_FAILURE, "failed on request: nothing of it was kept");
    }
}
