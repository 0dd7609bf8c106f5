// SPDX-FileCopyrightText: The xact authors
// SPDX-License-Identifier: Apache-2.0
package io.xact.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.xact.XactOptions;
import io.xact.Xacts;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test of scopes, on one product; what it leaves behind is checked after each method. */
@ExtendWith(LeakCheck.class)
public abstract class ScopeTest {

    private final Surroundings surroundings;
    private final Map<Database, List<String>> seen = new HashMap<>();

    protected final Xacts xacts;
    protected final Items items;

    protected ScopeTest(Product product) {
        this(Surroundings.of(product));
    }

    protected ScopeTest(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.xacts = surroundings.xacts();
        this.items = surroundings.bean(Items.class);
    }

    public final Surroundings surroundings() {
        return surroundings;
    }

    /** The committed rows of the first database, seen through a connection that is not enlisted. */
    protected final List<String> rows() {
        return look(surroundings.orders());
    }

    /** The committed rows of the second database. */
    protected final List<String> auditRows() {
        return look(surroundings.audit());
    }

    private List<String> look(Database database) {
        List<String> rows = database.rows();
        seen.put(database, rows);
        return rows;
    }

    final List<String> lastSeen(Database database) {
        return seen.getOrDefault(database, List.of());
    }

    protected final void insert(String name) throws SQLException {
        items.insert(name);
    }

    protected final void insertAudit(String name) throws SQLException {
        items.insertAudit(name);
    }

    /** The same for code that may throw nothing checked. */
    protected final void insertUnchecked(String name) {
        try {
            insert(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Work that may throw anything checked. */
    public interface Doing {
        void run() throws Exception;
    }

    /** Runs a scope that fails when it has done its work. What comes out is that failure, as it was thrown. */
    protected final Throwable failing(Doing work) {
        return failing(xacts.with(), work);
    }

    /** The same with options. */
    protected final Throwable failing(XactOptions options, Doing work) {
        IllegalStateException failure = new IllegalStateException("on purpose");
        Throwable thrown = catchThrowable(() -> options.run(() -> {
            work.run();
            throw failure;
        }));
        assertThat(thrown).as("what came out").isSameAs(failure);
        return failure;
    }

    protected final Wire wire() {
        return surroundings.orders().wire();
    }
}
