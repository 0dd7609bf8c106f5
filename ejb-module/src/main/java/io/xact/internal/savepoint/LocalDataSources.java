// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.savepoint;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;

/**
 * Watches for data sources that are not XA beside a second resource: they are committed in one phase, after the others are
 * prepared, and a crash just then leaves one of the two committed. Thread-safe.
 */
public final class LocalDataSources {

    private final EnlistedResources enlisted;
    private final boolean refuses;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /**
     * For one deployment.
     *
     * @param enlisted tells what is enlisted
     * @param refuses whether a transaction can't have both; otherwise that is warned about, once for each pair
     */
    public LocalDataSources(EnlistedResources enlisted, boolean refuses) {
        this.enlisted = enlisted;
        this.refuses = refuses;
    }

    /** Looks at the thread's transaction. */
    void check(Map<XAResource, String> resources) {
        if (resources.size() > 1) {
            resources.forEach((resource, name) -> {
                if (enlisted.isLocal(resource)) {
                    tell(name, others(resources, resource));
                }
            });
        }
    }

    private static String others(Map<XAResource, String> resources, XAResource local) {
        Set<String> others = new TreeSet<>();
        resources.forEach((resource, name) -> {
            if (resource != local) {
                others.add(name);
            }
        });
        return String.join(", ", others);
    }

    private void tell(String local, String others) {
        if (refuses) {
            throw SavepointLog.LOG.localRefused(local, others);
        }
        if (told.add(local + " " + others)) {
            SavepointLog.LOG.localBeside(local, others);
        }
    }

    /** What a refused connection is to be told as: a transaction takes one such data source, and no second one. */
    SQLException explained(String name, SQLException refusal) {
        return present()
                .map(local -> new SQLException(
                        SavepointLog.LOG.secondLocal(name, local),
                        refusal.getSQLState(),
                        refusal.getErrorCode(),
                        refusal))
                .orElse(refusal);
    }

    /** What may be why the server has marked the transaction, where nobody saw which connection it refused. */
    @Nullable Exception explanation() {
        return present().map(SavepointLog.LOG::takesNoSecondLocal).orElse(null);
    }

    private Optional<String> present() {
        return enlisted.byName().entrySet().stream()
                .filter(resource -> isOnlyOne(resource.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** A transaction takes one local resource, and one commit-markable one. */
    private boolean isOnlyOne(XAResource resource) {
        return enlisted.isLocal(resource) || enlisted.markerTableOf(resource).isPresent();
    }
}
