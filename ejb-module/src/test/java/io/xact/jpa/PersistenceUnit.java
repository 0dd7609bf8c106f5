// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.jpa;

import io.xact.support.Database;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.net.URL;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.jspecify.annotations.Nullable;

/** A persistence unit as a server makes it from a {@code persistence.xml} in which nothing is said of us. */
record PersistenceUnit(
        String getPersistenceUnitName,
        PersistenceUnitTransactionType getTransactionType,
        DataSource dataSource,
        List<String> getManagedClassNames,
        ClassLoader getClassLoader)
        implements PersistenceUnitInfo {

    private static final Map<Object, EntityManagerFactory> FACTORIES = new ConcurrentHashMap<>();

    static final Map<String, Object> CACHED = Map.of(
            "hibernate.cache.use_second_level_cache", "true",
            "hibernate.cache.use_query_cache", "true",
            "hibernate.cache.region.factory_class", "jcache",
            "hibernate.javax.cache.provider", "com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider",
            "hibernate.javax.cache.missing_cache_strategy", "create",
            "hibernate.generate_statistics", "true");

    private record Key(Database database, Map<String, Object> settings) {}

    /** A unit on a database, made once; its tables are made with it. */
    static EntityManagerFactory on(Database database, Map<String, Object> settings) {
        return FACTORIES.computeIfAbsent(
                new Key(database, settings), key -> create(database, PersistenceUnitTransactionType.JTA, settings));
    }

    static EntityManagerFactory create(
            Database database, PersistenceUnitTransactionType type, Map<String, Object> settings) {
        return new PersistenceUnit(
                        "accounts",
                        type,
                        database.pool(),
                        List.of(
                                Account.class.getName(),
                                Line.class.getName(),
                                Oddity.class.getName(),
                                Oddity.Fixed.class.getName()),
                        PersistenceUnit.class.getClassLoader())
                .create(settings);
    }

    /** A unit of the enhanced entity alone. */
    static EntityManagerFactory enhancedOn(Database database) {
        return FACTORIES.computeIfAbsent(
                List.of(database),
                key -> new PersistenceUnit(
                                "enhanced",
                                PersistenceUnitTransactionType.JTA,
                                database.pool(),
                                List.of(Enhanced.class.getName()),
                                new EnhancingLoader())
                        .create(Map.of()));
    }

    private EntityManagerFactory create(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>();
        all.put("hibernate.transaction.jta.platform", "JBossTS");
        all.put("hibernate.hbm2ddl.auto", "update");
        all.put("hibernate.type.json_format_mapper", new NoJson());
        all.put("hibernate.cache.use_second_level_cache", "false");
        all.putAll(settings);
        return new HibernatePersistenceProvider().createContainerEntityManagerFactory(this, all);
    }

    /** Removes all rows, through a connection that is not enlisted. */
    static void deleteRows(Database database) throws SQLException {
        for (String table : List.of(
                "jpa_line",
                "Account_tags",
                "Account_prices",
                "Account_labels",
                "Account_phones",
                "jpa_account_jpa_account")) {
            database.execute("DELETE FROM " + table);
        }
        database.execute("UPDATE jpa_account SET parent_id = NULL");
        database.execute("DELETE FROM jpa_account");
    }

    /** Committed rows, each as text. */
    static List<String> rows(Database database, String query) {
        try (Connection connection = database.outside();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                StringBuilder text = new StringBuilder(String.valueOf(rows.getString(1)));
                for (int i = 2; i <= rows.getMetaData().getColumnCount(); i++) {
                    text.append(' ').append(rows.getString(i));
                }
                texts.add(text.toString());
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public @Nullable String getPersistenceProviderClassName() {
        return HibernatePersistenceProvider.class.getName();
    }

    @Override
    public @Nullable DataSource getJtaDataSource() {
        return getTransactionType == PersistenceUnitTransactionType.JTA ? dataSource : null;
    }

    @Override
    public @Nullable DataSource getNonJtaDataSource() {
        return getTransactionType == PersistenceUnitTransactionType.JTA ? null : dataSource;
    }

    @Override
    public List<String> getMappingFileNames() {
        return List.of();
    }

    @Override
    public List<URL> getJarFileUrls() {
        return List.of();
    }

    @Override
    public @Nullable URL getPersistenceUnitRootUrl() {
        return null;
    }

    @Override
    public boolean excludeUnlistedClasses() {
        return true;
    }

    @Override
    public SharedCacheMode getSharedCacheMode() {
        return SharedCacheMode.ENABLE_SELECTIVE;
    }

    @Override
    public ValidationMode getValidationMode() {
        return ValidationMode.NONE;
    }

    @Override
    public Properties getProperties() {
        return new Properties();
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return "3.1";
    }

    @Override
    public void addTransformer(ClassTransformer transformer) {
        // nothing is enhanced here
    }

    @Override
    public ClassLoader getNewTempClassLoader() {
        return getClassLoader;
    }
}
