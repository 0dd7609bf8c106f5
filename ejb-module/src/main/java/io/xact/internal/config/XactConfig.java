// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.internal.config;

import java.util.List;
import java.util.Objects;

/**
 * What can be set, read once for each deployment.
 *
 * @param dataSource the JNDI name of the data source that is meant where none is named
 * @param dataSources JNDI names of data sources that scopes may use, besides those that are named in code
 * @param savepointUnsupported what becomes of nested scopes on a data source that takes no savepoints
 * @param mergedFailure what is heard of a merged scope's failure that was caught
 * @param localDataSource what becomes of a data source that is not XA beside a second resource
 * @param connectionFactory the JNDI name of the JMS connection factory that is meant where none is named
 * @param maxHeldBytes how many bytes of messages one transaction may hold
 */
public record XactConfig(
        String dataSource,
        List<String> dataSources,
        SavepointUnsupported savepointUnsupported,
        MergedFailure mergedFailure,
        LocalDataSource localDataSource,
        String connectionFactory,
        long maxHeldBytes) {

    /** What is meant where nothing is set. */
    public static final XactConfig DEFAULT = new XactConfig(
            "java:comp/DefaultDataSource",
            List.of(),
            SavepointUnsupported.REFUSE,
            MergedFailure.RAISE,
            LocalDataSource.WARN,
            "java:comp/DefaultJMSConnectionFactory",
            64L << 20);

    /** {@code xact.savepoint-unsupported}. */
    public enum SavepointUnsupported {
        /** They are refused at their first statement there, and the data source at deployment. */
        REFUSE,
        /** They go without, and so can't be undone alone there. */
        MERGE
    }

    /** {@code xact.merged-failure}. */
    public enum MergedFailure {
        /** The scope around it raises an exception at its edge. */
        RAISE,
        /** The scope around it is rolled back without a word. */
        SILENT
    }

    /** {@code xact.local-datasource}. */
    public enum LocalDataSource {
        /** A warning, once for each pair: a crash can leave one of the two committed. */
        WARN,
        /** The transaction can't have both. */
        REFUSE
    }

    /** Copies the list. */
    public XactConfig {
        Objects.requireNonNull(dataSource, "dataSource");
        Objects.requireNonNull(connectionFactory, "connectionFactory");
        dataSources = List.copyOf(dataSources);
    }
}
