// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.cdi;

import io.xact.internal.config.XactConfig;
import io.xact.internal.config.XactConfig.LocalDataSource;
import io.xact.internal.config.XactConfig.MergedFailure;
import io.xact.internal.config.XactConfig.SavepointUnsupported;
import io.xact.internal.engine.FailurePolicy;
import io.xact.internal.engine.XactEngine;
import io.xact.internal.platform.Platform;
import io.xact.internal.savepoint.EnlistedResources;
import io.xact.internal.savepoint.LocalDataSources;
import io.xact.internal.savepoint.PersistenceContexts;
import io.xact.internal.savepoint.PersistenceWatch;
import io.xact.internal.savepoint.Probe;
import io.xact.internal.savepoint.SavepointSupport;
import io.xact.internal.savepoint.Sources;
import io.xact.internal.savepoint.UnguardedWatch;
import io.xact.internal.sql.PassingFailures;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.transaction.TransactionManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What the beans of one CDI container share.
 *
 * @param engine runs the scopes
 * @param sources the data sources
 * @param probe tries out data sources
 * @param manager the server's transaction manager
 */
record Services(XactEngine engine, Sources sources, Probe probe, TransactionManager manager) {

    /** Looks the server's services up. */
    static Services start(BeanManager beans, XactConfig config) {
        Platform platform = new Platform(beans);
        FailurePolicy policy = new FailurePolicy(
                config.mergedFailure() == MergedFailure.SILENT,
                PassingFailures::isIn,
                PassingFailures::provesRollback,
                PassingFailures::losesAnswer,
                time -> Thread.sleep(time.toMillis()));
        EnlistedResources enlisted = platform.enlistedResources();
        SavepointSupport support = new SavepointSupport(config.savepointUnsupported() == SavepointUnsupported.MERGE);
        Sources sources = new Sources(platform, support);
        LocalDataSources local = new LocalDataSources(enlisted, config.localDataSource() == LocalDataSource.REFUSE);
        PersistenceContexts contexts = platform.persistenceContexts();
        XactEngine engine = new XactEngine(platform.transactions(), policy, stack -> {
            PersistenceWatch.join(contexts, stack);
            return new UnguardedWatch(enlisted, local, sources, stack);
        });
        TransactionManager manager = platform.manager();
        return new Services(engine, sources, new Probe(manager, enlisted, support), manager);
    }

    /** What is wrong with data sources, each named with who names it: it is not there, or can't do what it has to. */
    List<String> problemsOf(Map<String, String> originsByName) {
        Map<String, DataSource> found = new HashMap<>(); // all, before one that is missing is reported beside them
        originsByName.keySet().forEach(name -> sources.find(name).ifPresent(dataSource -> found.put(name, dataSource)));
        List<String> problems = new ArrayList<>();
        originsByName.forEach(
                (name, origin) -> problemOf(name, origin, found.get(name)).ifPresent(problems::add));
        return problems;
    }

    private Optional<String> problemOf(String name, String origin, @Nullable DataSource found) {
        if (found != null) {
            return probe.problemWith(name, found);
        }
        return sources.mayCome(name)
                ? Optional.empty()
                : Optional.of(String.valueOf(sources.unknown(origin, name).getMessage()));
    }
}
